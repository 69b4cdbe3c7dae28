import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type FeedItem, type FeedSink, LiveFeed } from './liveFeed';

const opened: { after: string | undefined; sink: FeedSink; closed: boolean }[] = [];
const feedOf = () =>
  new LiveFeed((after, sink) => {
    const stream = { after, sink, closed: false };
    opened.push(stream);
    return () => {
      stream.closed = true;
    };
  });
const item = (position: string, type: FeedItem['type'] = 'ALERT_CHANGED'): FeedItem =>
  ({
    __typename: 'FeedEvent',
    position,
    type,
    at: '2026-11-22T10:00:00Z',
    nodeId: 'a',
    version: 1,
    alert: null,
    discharge: null,
  }) as FeedItem;
const last = () => {
  const stream = opened.at(-1);
  if (!stream) throw new Error('nothing was opened');
  return stream;
};

beforeEach(() => {
  opened.length = 0;
  vi.useFakeTimers();
});
afterEach(() => void vi.useRealTimers());

test('Given_a_dropped_line_When_it_is_reopened_Then_it_resumes_after_the_last_position', () => {
  const feed = feedOf();
  feed.start();
  last().sink.opened();
  last().sink.item(item('41'));
  last().sink.item(item('42', 'HEARTBEAT'));
  last().sink.ended('dropped');
  expect(feed.state().kind).toBe('reconnecting');
  vi.advanceTimersByTime(30_000);
  expect(opened.length).toBe(2);
  expect(last().after).toBe('42');
  last().sink.opened();
  expect(feed.state().kind).toBe('live');
});

test('Given_a_position_too_old_When_refused_Then_everything_is_read_again_and_the_feed_starts_afresh', () => {
  const feed = feedOf();
  const resync = vi.fn();
  feed.start();
  last().sink.item(item('41'));
  feed.listen({ resync });
  last().sink.ended('resync');
  vi.advanceTimersByTime(1);
  expect(last().after).toBeUndefined();
  last().sink.opened();
  expect(resync).toHaveBeenCalledTimes(1);
});

test('Given_a_silent_line_When_two_beats_are_missed_Then_it_counts_as_dropped', () => {
  const feed = feedOf();
  feed.start();
  last().sink.opened();
  vi.advanceTimersByTime(35_000);
  expect(feed.state().kind).toBe('reconnecting');
  expect(opened[0]?.closed).toBe(true);
});

test('Given_failures_in_a_row_When_the_line_stays_down_Then_the_tab_says_offline_and_still_retries', () => {
  const feed = feedOf();
  feed.start();
  for (let n = 0; n < 6; n++) {
    last().sink.ended('dropped');
    vi.advanceTimersByTime(30_000);
  }
  expect(feed.state().kind).toBe('offline');
  expect(opened.length).toBe(7);
});

test('Given_a_session_that_ended_When_the_feed_is_refused_Then_it_tells_and_does_not_retry', () => {
  const feed = feedOf();
  const unauthenticated = vi.fn();
  feed.listen({ unauthenticated });
  feed.start();
  last().sink.ended('unauthenticated');
  vi.advanceTimersByTime(120_000);
  expect(unauthenticated).toHaveBeenCalledTimes(1);
  expect(opened.length).toBe(1);
});

test('Given_a_role_that_hears_nothing_live_When_the_feed_is_refused_Then_it_does_not_retry', () => {
  const feed = feedOf();
  feed.start();
  last().sink.ended('forbidden');
  vi.advanceTimersByTime(120_000);
  expect(feed.state().kind).toBe('none');
  expect(opened.length).toBe(1);
});

test('Given_a_beat_When_it_arrives_Then_no_listener_hears_it', () => {
  const feed = feedOf();
  const heard = vi.fn();
  feed.listen({ item: heard });
  feed.start();
  last().sink.item(item('1', 'HEARTBEAT'));
  last().sink.item(item('2'));
  expect(heard).toHaveBeenCalledTimes(1);
});
