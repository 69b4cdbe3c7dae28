/** What a list can be told to do with its selected row, or with itself. */
export type GridCommand =
  | 'take'
  | 'close'
  | 'confirm'
  | 'assess'
  | 'open'
  | 'refresh'
  | 'duplicate'
  | 'snooze'
  | 'assign'
  | 'undo'
  | 'pick';
export type GridAction = { move: number } | GridCommand | 'leave';

/** What a key does in the grid; letters only when the reader left them on. */
export function gridAction(
  key: string,
  at: { index: number; count: number; screen: number; singleKeys: boolean },
): GridAction | undefined {
  const to = (index: number): GridAction => ({ move: Math.max(0, Math.min(at.count - 1, index)) });
  switch (key) {
    case 'ArrowDown':
      return to(at.index + 1);
    case 'ArrowUp':
      return to(at.index - 1);
    case 'PageDown':
      return to(at.index + at.screen);
    case 'PageUp':
      return to(at.index - at.screen);
    case 'Home':
      return to(0);
    case 'End':
      return to(at.count - 1);
    case 'Enter':
      return 'open';
    case ' ':
      return 'pick';
    case 'Escape':
      return 'leave';
  }
  if (!at.singleKeys) return undefined;
  switch (key) {
    case 'j':
      return to(at.index + 1);
    case 'k':
      return to(at.index - 1);
    case 'e':
      return 'take';
    case 'x':
      return 'close';
    case 'c':
      return 'confirm';
    case 'b':
      return 'assess';
    case 'r':
      return 'refresh';
    case 'd':
      return 'duplicate';
    case 'h':
      return 'snooze';
    case 'a':
      return 'assign';
    case 'z':
      return 'undo';
  }
  return undefined;
}
