import { messagesOf } from 'c/billingErrors';
import noAccess from '@salesforce/label/c.BillingErrorNoAccess';
import unknown from '@salesforce/label/c.BillingErrorUnknown';

describe('c/billingErrors', () => {
  it.each([
    ['nothing', undefined, []],
    ['an empty list', [], []],
    ['a text', 'Offline', ['Offline']],
    ['an error of code', new TypeError('x is not a function'), ['x is not a function']],
    ['an AuraHandledException', { body: { message: 'Not now.' } }, ['Not now.']],
    [
      'a class that is closed to the person',
      { body: { message: "You do not have access to the Apex class named 'BillingPanelController'." } },
      [noAccess],
    ],
    ['a text as body', { body: 'Bad gateway' }, ['Bad gateway']],
    ['a read by Data Service', { body: [{ message: 'One.' }, { message: 'Two.' }] }, ['One.', 'Two.']],
    [
      'a save by Data Service',
      {
        body: {
          message: 'An error occurred while trying to update the record.',
          output: {
            errors: [{ message: 'Of the record.' }],
            fieldErrors: { Name: [{ message: 'Of the name.' }] },
          },
        },
      },
      ['Of the record.', 'Of the name.'],
    ],
    [
      'DML in Apex',
      {
        body: {
          pageErrors: [{ message: 'Of the page.' }],
          fieldErrors: { Name: [{ message: 'Of the name.' }] },
        },
      },
      ['Of the page.', 'Of the name.'],
    ],
    ['a status', { statusText: 'Server Error' }, ['Server Error']],
    [
      'several',
      [{ body: { message: 'Same.' } }, { body: { message: 'Same.' } }, 'Other.'],
      ['Same.', 'Other.'],
    ],
    ['an error that says nothing', {}, [unknown]],
    ['an error whose body says nothing', { body: { pageErrors: [], fieldErrors: {} } }, [unknown]],
  ])('reads %s', (_, error, messages) => {
    expect(messagesOf(error)).toEqual(messages);
  });
});
