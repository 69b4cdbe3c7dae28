import {
  type CombinedError,
  createClient as createUrqlClient,
  fetchExchange,
  mapExchange,
  subscriptionExchange,
} from '@urql/core';
import { cacheExchange } from '@urql/exchange-graphcache';
import { createClient as createSseClient, NetworkError } from 'graphql-sse';
import { FeedDocument } from '../gql/graphql';
import { type FeedEnd, LiveFeed, type OpenFeed } from './liveFeed';

const url = '/graphql';
/** A header no other site can add to a request: the server refuses operations without it. */
export const sameSite = { 'X-Coordination': '1' };
// One answer to each operation: the default would also accept streams.
const headers = { ...sameSite, accept: 'application/graphql-response+json, application/json' };

/** True when the server no longer knows the session of this request. */
export function isUnauthenticated(error: CombinedError | undefined): boolean {
  if (!error) return false;
  const response: { status?: number } | undefined = error.response;
  return (
    response?.status === 401 ||
    (error.networkError instanceof NetworkError && error.networkError.response?.status === 401) ||
    error.graphQLErrors.some((e) => e.extensions.code === 'UNAUTHENTICATED')
  );
}

function whyEnded(error: CombinedError): FeedEnd {
  if (isUnauthenticated(error)) return 'unauthenticated';
  const codes = error.graphQLErrors.map((e) => e.extensions.code);
  if (codes.includes('FORBIDDEN')) return 'forbidden';
  return codes.includes('RESYNC_REQUIRED') ? 'resync' : 'dropped';
}

type KeyOf = (data: { id?: unknown; finess?: unknown; number?: unknown; insee?: unknown }) => string | null;
const numbered: Record<string, KeyOf> = {
  Establishment: (e) => String(e.finess),
  Provider: (provider) => String(provider.number),
  Commune: (commune) => String(commune.insee),
};
const byId: KeyOf = ({ id }) => (id == null ? null : String(id));
/** What the cache knows a thing by: its id; what has none lives in the thing that holds it. */
const keysOf = new Proxy(numbered, { get: (known, type: string) => known[type] ?? byId });

/** The connection of one signed-in user: the cache dies with it, so nothing of a user is shown to the next one. */
export function connect(onUnauthenticated: () => void) {
  let opened = () => {};
  const sse = createSseClient({
    url: `${url}/stream`,
    headers: sameSite,
    credentials: 'same-origin',
    retryAttempts: 0,
    on: { connected: () => opened() },
  });
  const client = createUrqlClient({
    url,
    preferGetMethod: false,
    fetchOptions: { headers, credentials: 'same-origin' },
    exchanges: [
      mapExchange({ onError: (error) => isUnauthenticated(error) && onUnauthenticated() }),
      cacheExchange({
        keys: keysOf,
      }),
      fetchExchange,
      subscriptionExchange({
        forwardSubscription: ({ query, variables }) => ({
          subscribe: (sink) => ({
            unsubscribe: sse.subscribe(
              { query: query ?? '', variables: variables as Record<string, unknown> },
              {
                next: (result) => sink.next(result as Parameters<typeof sink.next>[0]),
                error: (error) => sink.error(error),
                // A feed has no end: a stream closed by the server is a line to reopen.
                complete: () => sink.error(new Error('closed')),
              },
            ),
          }),
        }),
      }),
    ],
  });
  const open: OpenFeed = (after, sink) => {
    opened = sink.opened;
    const { unsubscribe } = client.subscription(FeedDocument, { after }).subscribe((result) => {
      // An event of which a part could not be read is heard all the same: asked for again, it would only fail again.
      if (result.data?.feed) sink.item(result.data.feed);
      else if (result.error) sink.ended(whyEnded(result.error));
    });
    return unsubscribe;
  };
  // What was known at a past instant has the ids of today's nodes: it must not reach the cache.
  const past = createUrqlClient({
    url,
    preferGetMethod: false,
    fetchOptions: { headers, credentials: 'same-origin' },
    exchanges: [mapExchange({ onError: (error) => isUnauthenticated(error) && onUnauthenticated() }), fetchExchange],
  });
  return { client, past, feed: new LiveFeed(open) };
}
export type Connection = ReturnType<typeof connect>;
