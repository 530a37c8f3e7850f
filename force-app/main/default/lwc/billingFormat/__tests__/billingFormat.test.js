import { fill, qualified } from 'c/billingFormat';

describe('c/billingFormat', () => {
  it('fills places in any order and leaves what has no value empty', () => {
    expect(fill('{1} of {0}: {2}{1}', 3, 0)).toBe('0 of 3: 0');
  });

  it('writes numbers as people do, and leaves texts of digits alone', () => {
    expect(fill('{0} of {1}', 9500, 10000)).toBe('9,500 of 10,000');
    expect(fill('{0}', '10000')).toBe('10000');
  });

  it('does not take a value for a place', () => {
    expect(fill('{0} {1}', '{1}', 'b')).toBe('{1} b');
  });

  it('names a tab as the org without a namespace knows it', () => {
    expect(qualified('Billing_Setup')).toBe('Billing_Setup');
  });
});

describe('in an org where the package is installed', () => {
  it('names a tab with the namespace', () => {
    jest.isolateModules(() => {
      jest.doMock(
        '@salesforce/schema/Subscription__c',
        () => ({
          default: { objectApiName: 'billwright__Subscription__c' },
          __esModule: true,
        }),
        { virtual: true },
      );
      expect(jest.requireActual('c/billingFormat').qualified('Billing_Setup')).toBe(
        'billwright__Billing_Setup',
      );
    });
  });
});
