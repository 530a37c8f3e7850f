import { later } from 'c/billingTimer';

describe('c/billingTimer', () => {
  beforeEach(() => {
    jest.useFakeTimers();
  });

  afterEach(() => {
    jest.useRealTimers();
  });

  it('works once, and not before its time', () => {
    const work = jest.fn();
    later(1000, work);

    jest.advanceTimersByTime(999);
    expect(work).not.toHaveBeenCalled();
    jest.advanceTimersByTime(5000);
    expect(work).toHaveBeenCalledTimes(1);
  });

  it('does nothing once it is taken back', () => {
    const work = jest.fn();
    later(1000, work)();

    jest.advanceTimersByTime(5000);
    expect(work).not.toHaveBeenCalled();
  });
});
