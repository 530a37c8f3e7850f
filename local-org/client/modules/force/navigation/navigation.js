import { addressOf } from 'host/pageReference';
import { navigate, watchPage } from 'host/router';

const NAVIGATE = Symbol('Navigate');
const GENERATE_URL = Symbol('GenerateUrl');

/** Adds `this[NavigationMixin.Navigate](pageReference, replace)` and `this[NavigationMixin.GenerateUrl](pageReference)`. */
export function NavigationMixin(Base) {
  return class extends Base {
    [NAVIGATE](reference, replace = false) {
      navigate(reference, { replace });
    }

    [GENERATE_URL](reference) {
      return Promise.resolve(addressOf(reference));
    }
  };
}
NavigationMixin.Navigate = NAVIGATE;
NavigationMixin.GenerateUrl = GENERATE_URL;

/** Wire adapter: the reference of the page that is shown. */
export class CurrentPageReference {
  constructor(emit) {
    this.emit = emit;
  }

  connect() {
    this.unwatch = watchPage((page) => this.emit(page));
  }

  disconnect() {
    this.unwatch();
  }

  update() {
    // It has no parameters.
  }
}
