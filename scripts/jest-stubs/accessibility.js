import { registerSa11yMatcher } from '@sa11y/jest';

// Gives every test `await expect(element).toBeAccessible()`.
registerSa11yMatcher();
