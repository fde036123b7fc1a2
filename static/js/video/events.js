// Handlers by event. One that fails does not keep the others from being called.

export class Events {
  #handlers = new Map();

  on(event, handler) {
    if (!this.#handlers.has(event)) this.#handlers.set(event, []);
    this.#handlers.get(event).push(handler);
  }

  emit(event, detail = {}) {
    for (const handler of this.#handlers.get(event) ?? []) {
      try {
        handler(detail);
      } catch (error) {
        reportError(error);
      }
    }
  }
}
