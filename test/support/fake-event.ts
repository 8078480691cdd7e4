/** An event of the browser's API. */
export class FakeEvent<Listener extends (...args: never[]) => unknown> {
  readonly listeners = new Set<Listener>();

  readonly addListener = (listener: Listener): void => void this.listeners.add(listener);
  readonly removeListener = (listener: Listener): void => void this.listeners.delete(listener);

  fire(...args: Parameters<Listener>): void {
    for (const listener of this.listeners) listener(...args);
  }
}
