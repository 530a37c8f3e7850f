/** Non-enumerable on every value of a wire: loads it anew. */
const REFRESH = Symbol('refresh');

/**
 * A wire adapter over a function that loads.
 * @param {object} options
 * @param {(config: object) => boolean} options.isReady whether the parameters are there; nothing is loaded before.
 * @param {(config: object) => Promise<unknown>} options.load gives the data or throws.
 * @param {(config: object, refresh: () => void) => (() => void)} [options.watch] calls back when data is out of date;
 *   gives the end of the watch.
 */
export function wireAdapter({ isReady, load, watch }) {
  return class {
    constructor(emit) {
      this.emit = emit;
      this.turn = 0;
      emit({ data: undefined, error: undefined });
    }

    connect() {
      this.isConnected = true;
      this.begin();
    }

    disconnect() {
      this.isConnected = false;
      this.turn += 1;
      this.unwatch?.();
      this.unwatch = undefined;
    }

    update(config) {
      const text = JSON.stringify(config, (_key, value) => (value === undefined ? null : value));
      if (text === this.text) return;
      this.text = text;
      this.config = config;
      this.begin();
    }

    begin() {
      if (!this.isConnected || !this.config || !isReady(this.config)) return;
      this.unwatch?.();
      this.unwatch = watch?.(this.config, () => this.run());
      this.run();
    }

    async run() {
      this.turn += 1;
      const turn = this.turn;
      let value;
      try {
        value = { data: freeze(await load(this.config)), error: undefined };
      } catch (error) {
        value = { data: undefined, error };
      }
      Object.defineProperty(value, REFRESH, { value: () => this.run() });
      // A later call has overtaken this one, or the component has gone.
      if (turn === this.turn) this.emit(value);
    }
  };
}

/** Loads the value of a wire anew; resolves when the component has it. */
export function refreshWire(value) {
  return value?.[REFRESH] ? value[REFRESH]() : Promise.resolve();
}

/** Data of a wire belongs to the platform: components must copy before they change it. */
function freeze(value) {
  if (value === null || typeof value !== 'object' || Object.isFrozen(value)) return value;
  Object.values(value).forEach(freeze);
  return Object.freeze(value);
}
