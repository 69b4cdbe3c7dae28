import type { FeedSubscription } from '../gql/graphql';
import { backoff } from './backoff';

export type FeedItem = FeedSubscription['feed'];
export type FeedState = { kind: 'connecting' | 'live' | 'none' } | { kind: 'reconnecting' | 'offline'; dataOf: Date };
/** Why a stream ended: the position is too old to resume from, the session is over, the role hears nothing live, or the line dropped. */
export type FeedEnd = 'resync' | 'unauthenticated' | 'forbidden' | 'dropped';
export interface FeedSink {
  opened(): void;
  item(item: FeedItem): void;
  ended(why: FeedEnd): void;
}
/** Opens one stream after a position; returns what closes it. */
export type OpenFeed = (after: string | undefined, sink: FeedSink) => () => void;

export interface FeedListener {
  item?(item: FeedItem): void;
  /** What is on the screen may have missed changes: ask again for everything shown. */
  resync?(): void;
  unauthenticated?(): void;
}

/** After this long without any message (the server beats every 15 s) the line counts as dead. */
const silenceMs = 35_000;
/** After this many failed attempts in a row the tab says it is offline rather than about to be back. */
const offlineAfterAttempts = 4;

/** The one subscription of the tab: reopened for ever, from the last position seen. */
export class LiveFeed {
  private readonly listeners = new Set<FeedListener>();
  private readonly stateListeners = new Set<() => void>();
  private close: (() => void) | undefined;
  private retry: ReturnType<typeof setTimeout> | undefined;
  private watchdog: ReturnType<typeof setTimeout> | undefined;
  private position: string | undefined;
  private attempt = 0;
  private lastHeard = new Date();
  private current: FeedState = { kind: 'connecting' };

  constructor(private readonly open: OpenFeed) {}

  readonly state = (): FeedState => this.current;

  readonly onState = (listener: () => void): (() => void) => {
    this.stateListeners.add(listener);
    return () => this.stateListeners.delete(listener);
  };

  listen(listener: FeedListener): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  start(): void {
    if (this.close) return;
    clearTimeout(this.retry);
    // Only the stream that is current may speak: a closed one can still have an event on its way.
    let current = true;
    const stop = this.open(this.position, {
      opened: () => current && this.opened(),
      item: (item) => current && this.receive(item),
      ended: (why) => {
        if (!current) return;
        current = false;
        this.end(why);
      },
    });
    this.close = () => {
      current = false;
      stop();
    };
    this.watch();
  }

  /** Ends the stream and forgets the position. */
  stop(): void {
    clearTimeout(this.retry);
    clearTimeout(this.watchdog);
    this.close?.();
    this.close = undefined;
    this.position = undefined;
    this.attempt = 0;
    this.set({ kind: 'connecting' });
  }

  /** Tries at once: the network came back, or the reader asked. */
  reconnectNow(): void {
    clearTimeout(this.retry);
    this.drop();
    this.start();
  }

  /** The machine lost its network: say so without waiting for the line to time out. */
  networkLost(): void {
    this.drop();
    clearTimeout(this.retry);
    this.set({ kind: 'offline', dataOf: this.lastHeard });
  }

  private opened(): void {
    this.heard();
    // Opened without a position, changes made since the first reading were not replayed.
    if (this.position === undefined) this.resync();
  }

  private receive(item: FeedItem): void {
    this.position = item.position;
    this.heard();
    if (item.type !== 'HEARTBEAT') for (const listener of [...this.listeners]) listener.item?.(item);
  }

  private heard(): void {
    this.attempt = 0;
    this.lastHeard = new Date();
    this.watch();
    if (this.current.kind !== 'live') this.set({ kind: 'live' });
  }

  private end(why: FeedEnd): void {
    this.drop();
    if (why === 'unauthenticated') {
      for (const listener of [...this.listeners]) listener.unauthenticated?.();
      return;
    }
    if (why === 'forbidden') {
      this.set({ kind: 'none' });
      return;
    }
    if (why === 'resync') this.position = undefined;
    this.attempt += 1;
    const kind = this.attempt > offlineAfterAttempts ? 'offline' : 'reconnecting';
    this.set({ kind, dataOf: this.lastHeard });
    this.retry = setTimeout(() => this.start(), why === 'resync' ? 0 : backoff(this.attempt - 1));
  }

  private resync(): void {
    for (const listener of [...this.listeners]) listener.resync?.();
  }

  private drop(): void {
    clearTimeout(this.watchdog);
    this.close?.();
    this.close = undefined;
  }

  private watch(): void {
    clearTimeout(this.watchdog);
    this.watchdog = setTimeout(() => this.end('dropped'), silenceMs);
  }

  private set(state: FeedState): void {
    this.current = state;
    for (const listener of [...this.stateListeners]) listener();
  }
}
