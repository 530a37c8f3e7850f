import js from '@eslint/js';
import lwc from '@salesforce/eslint-config-lwc/recommended.js';
import globals from 'globals';
import ts from 'typescript-eslint';
import { oneWayImports } from './scripts/eslint/one-way-imports.mjs';

const TYPESCRIPT = ['**/*.{ts,mts,cts}'];
const LWC = ['**/lwc/**/*.js'];
const CLIENT = ['local-org/client/modules/**/*.js'];
const LWC_TESTS = [
  '**/lwc/**/__tests__/**/*.js',
  'scripts/jest-stubs/**/*.js',
  'scripts/jest-support/**/*.js',
];
const NODE_MODULES = ['**/*.mjs', 'local-org/!(client)/**/*.js', 'billing-server/**/*.js'];
const COMMON_JS = ['**/*.cjs', 'jest.config.js'];

export default [
  { ignores: ['**/node_modules/', '**/build/', '**/coverage/', 'scripts/fixtures/', '.sf/', '.sfdx/'] },

  ...ts.configs.recommended.map((config) => ({ ...config, files: TYPESCRIPT })),
  {
    files: TYPESCRIPT,
    rules: {
      eqeqeq: 'error',
      'no-console': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
    },
  },
  {
    // A command line talks through one module, which may use the console.
    files: [
      '**/cli.ts',
      '**/bench/*.ts',
      'local-org/src/cli/*.ts',
      'local-org/suites/*.ts',
      'scripts/src/start.ts',
      'scripts/src/test.ts',
      'scripts/src/bench.ts',
    ],
    rules: { 'no-console': 'off' },
  },
  {
    files: [...TYPESCRIPT, ...NODE_MODULES],
    plugins: { billwright: { rules: { 'one-way-imports': oneWayImports } } },
    rules: { 'billwright/one-way-imports': 'error' },
  },

  { ...js.configs.recommended, files: [...NODE_MODULES, ...COMMON_JS] },
  { files: [...NODE_MODULES, ...COMMON_JS], languageOptions: { globals: globals.node } },
  { files: COMMON_JS, languageOptions: { sourceType: 'commonjs' } },

  ...lwc.map((config) => ({ ...config, files: [...LWC, ...LWC_TESTS, ...CLIENT] })),
  {
    files: LWC,
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector: 'ImportDeclaration[source.value=/local-org|billing-server/]',
          message: 'Nothing in the package knows that the local org or the billing server exists.',
        },
      ],
    },
  },
  {
    // The client is the page that components stand on: the browser is its business.
    files: CLIENT,
    rules: {
      'no-console': ['error', { allow: ['error'] }],
      '@lwc/lwc/no-async-operation': 'off',
      '@lwc/lwc/no-document-query': 'off',
    },
  },
  {
    files: LWC_TESTS,
    rules: {
      '@lwc/lwc/no-async-operation': 'off',
      '@lwc/lwc/no-inner-html': 'off',
      '@lwc/lwc/no-unexpected-wire-adapter-usages': 'off',
    },
  },
];
