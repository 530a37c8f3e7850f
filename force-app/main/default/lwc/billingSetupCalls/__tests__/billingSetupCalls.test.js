import { attempt } from 'c/billingSetupCalls';

describe('c-billing-setup-calls', () => {
  it('is busy while the call lasts and gives what it gave', async () => {
    const step = { error: 'earlier' };
    const calling = attempt(step, () => Promise.resolve(7));
    expect(step).toEqual({ isBusy: true, error: undefined });
    expect(await calling).toBe(7);
    expect(step.isBusy).toBe(false);
  });

  it('keeps what was thrown', async () => {
    const step = {};
    await attempt(step, () => Promise.reject(new Error('No.')));
    expect(step.error.message).toBe('No.');
    expect(step.isBusy).toBe(false);
  });
});
