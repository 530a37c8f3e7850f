// The stub of sfdx-lwc-jest does nothing and remembers nothing; this one shows a test where a component went.
import { createTestWireAdapter } from '@salesforce/wire-service-jest-util';

const Navigate = Symbol('Navigate');
const GenerateUrl = Symbol('GenerateUrl');

export const CurrentPageReference = createTestWireAdapter(jest.fn());

/** Called with (pageReference, replace) by this[NavigationMixin.Navigate]; clear it with mockClear(). */
export const navigate = jest.fn();

/** Called with (pageReference) by this[NavigationMixin.GenerateUrl]; gives the address. */
export const generateUrl = jest.fn(() => Promise.resolve('https://www.example.com'));

export const NavigationMixin = (Base) =>
  class extends Base {
    [Navigate](pageReference, replace) {
      navigate(pageReference, replace);
    }

    [GenerateUrl](pageReference) {
      return generateUrl(pageReference);
    }
  };
NavigationMixin.Navigate = Navigate;
NavigationMixin.GenerateUrl = GenerateUrl;
