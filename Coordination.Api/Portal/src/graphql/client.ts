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
        keys: {
          AlertCounts: () => null,
          AuditChain: () => null,
          Indicator: () => null,
          IndicatorDefinition: () => null,
          IndicatorPeriod: () => null,
          IndicatorFreshness: () => null,
          IndicatorMeasure: () => null,
          IndicatorRow: () => null,
          AlertFact: () => null,
          AlertTake: () => null,
          AlertClosure: () => null,
          AlertRecipient: () => null,
          AlertCause: () => null,
          HistoryEntry: () => null,
          Organization: () => null,
          Establishment: (e) => String(e.finess),
          AnnouncementRoute: () => null,
          AnnounceDischargePayload: () => null,
          WithdrawAnnouncementPayload: () => null,
          DischargeDatePastError: () => null,
          CommuneNotCoveredError: () => null,
          NothingToWithdrawError: () => null,
          FeedEvent: () => null,
          TakeAlertPayload: () => null,
          AcknowledgeAlertPayload: () => null,
          AlertNotFoundError: () => null,
          AlertAlreadyTakenError: () => null,
          AlertClosedError: () => null,
          AlertReasonMissingError: () => null,
          ConcurrentChangeError: () => null,
          IdempotencyMismatchError: () => null,
          Arrangement: () => null,
          Receipt: () => null,
          AnnouncementReceipt: () => null,
          TerritorySettings: () => null,
          Provider: (provider) => String(provider.number),
          Commune: (commune) => String(commune.insee),
          ConfirmArrangementPayload: () => null,
          WithdrawArrangementPayload: () => null,
          AssessNeedsPayload: () => null,
          StateDestinationPayload: () => null,
          TakeDischargePayload: () => null,
          MarkAnnouncementSeenPayload: () => null,
          TakeRequestPayload: () => null,
          DischargeNotFoundError: () => null,
          StayOverError: () => null,
          InvalidInputError: () => null,
          FirstVisitBeforeDischargeError: () => null,
          NothingConfirmedError: () => null,
          SupportRequestNotFoundError: () => null,
          SupportRequestAlreadyTakenError: () => null,
          SupportRequestClosedError: () => null,
          SituationItem: () => null,
          HiddenPart: () => null,
          PersonRights: () => null,
          ScopeStanding: () => null,
          AccessGrant: () => null,
          AccessAnswer: () => null,
          TeamMembership: () => null,
          RecordInformationPayload: () => null,
          RecordOppositionPayload: () => null,
          WithdrawOppositionPayload: () => null,
          RecordConsentPayload: () => null,
          WithdrawConsentPayload: () => null,
          ExcludeProfessionalPayload: () => null,
          ReadmitProfessionalPayload: () => null,
          DesignateContactPayload: () => null,
          RevokeContactPayload: () => null,
          SuspendRecordPayload: () => null,
          ResumeRecordPayload: () => null,
          RestrictRecordPayload: () => null,
          UnrestrictRecordPayload: () => null,
          StateSituationPayload: () => null,
          JoinCareTeamPayload: () => null,
          LeaveCareTeamPayload: () => null,
          RequestAccessPayload: () => null,
          GrantAccessPayload: () => null,
          RefuseAccessPayload: () => null,
          CareRecordNotFoundError: () => null,
          ConsentNotGivenError: () => null,
          ContactNotFoundError: () => null,
          NotATeamMemberError: () => null,
          PrincipalPhysicianExistsError: () => null,
          AccessRequestNotFoundError: () => null,
          AccessRequestAnsweredError: () => null,
          AccessRequestMatchesNobodyError: () => null,
          PersonSearch: () => null,
          InsTraits: () => null,
          RegisterPersonPayload: () => null,
          MergePersonsPayload: () => null,
          UnmergePersonsPayload: () => null,
          DismissDuplicatePayload: () => null,
          NearDuplicatesError: () => null,
          MergeRefusedError: () => null,
          PersonNotFoundError: () => null,
          PersonIsMergedError: () => null,
          IdentityTaskError: () => null,
        },
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
