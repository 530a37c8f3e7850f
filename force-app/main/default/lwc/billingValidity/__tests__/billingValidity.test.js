import { areValid, tellAgain } from 'c/billingValidity';

const fieldThat = (isValid) => ({ reportValidity: jest.fn(() => isValid) });

describe('c/billingValidity', () => {
  it('asks each field, also after one that is wrong', () => {
    const fields = [fieldThat(false), fieldThat(true)];

    expect(areValid(fields)).toBe(false);
    expect(fields[1].reportValidity).toHaveBeenCalledTimes(1);
    expect(areValid([fieldThat(true)])).toBe(true);
  });

  it('lets a field complain while it is filled only after it was asked', () => {
    const field = fieldThat(false);
    tellAgain(field);
    expect(field.reportValidity).not.toHaveBeenCalled();

    areValid([field]);
    tellAgain(field);

    expect(field.reportValidity).toHaveBeenCalledTimes(2);
  });
});
