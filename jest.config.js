const { jestConfig } = require('@salesforce/sfdx-lwc-jest/config');

module.exports = {
  ...jestConfig,
  moduleNameMapper: {
    '^lightning/(actions|modal|navigation|uiListsApi)$': '<rootDir>/scripts/jest-stubs/lightning/$1',
    '^testing/(.*)$': '<rootDir>/scripts/jest-support/$1',
  },
  modulePathIgnorePatterns: ['<rootDir>/build/', '<rootDir>/scripts/fixtures/'],
  setupFilesAfterEnv: [...jestConfig.setupFilesAfterEnv, '<rootDir>/scripts/jest-stubs/accessibility.js'],
  testMatch: ['**/lwc/**/__tests__/**/*.test.js'],
};
