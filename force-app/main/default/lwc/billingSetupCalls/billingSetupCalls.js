/**
 * Runs a call of a step: `isBusy` of the step is on while it lasts, `error` holds what was thrown. Gives what the call
 * gave, and undefined after an error.
 */
export async function attempt(step, call) {
  step.isBusy = true;
  step.error = undefined;
  try {
    return await call();
  } catch (error) {
    step.error = error;
    return undefined;
  } finally {
    step.isBusy = false;
  }
}
