// What an outcome looks like: green to pass, amber to look, red to stop. The words are keys of the page's sentences.
const LOOK_TWICE = ['attention', 'not_on_list'];
export const NOBODY = ['unknown', 'forged', 'wrong_purpose', 'wrong_conference'];

const keyOf = (kind, word) => `${kind}-${word.replaceAll('_', '-')}`;

export default function faceOf(outcome, direction) {
  if (outcome.kind === 'unreached') return { look: 'check', word: 'undecided', why: 'no-network' };
  if (outcome.kind === 'signed_out') return { look: 'check', word: 'undecided', why: 'signed-out' };
  if (outcome.kind === 'partial') return { look: 'check', word: 'again', why: 'partial' };
  if (outcome.kind === 'rejected') return { look: 'check', word: 'undecided', why: 'not-accepted' };
  const { verdict, reason, flags = [] } = outcome.body;
  if (verdict !== 'admit') return { look: 'no', word: 'stop', why: keyOf('reason', reason) };
  const word = direction === 'exit' ? 'leave' : 'enter';
  if (flags.includes('alarm')) return { look: 'no', word: 'alarm', why: 'flag-alarm' };
  const noted = LOOK_TWICE.find((flag) => flags.includes(flag));
  if (noted) return { look: 'check', word: noted === 'attention' ? 'look' : word, why: keyOf('flag', noted) };
  return { look: 'ok', word, why: null };
}

// Only a badge of a person can be admitted against a reason.
export function mayOverride(outcome, direction) {
  return outcome.kind === 'answer' && direction === 'entry' && outcome.body.verdict === 'refuse' && !NOBODY.includes(outcome.body.reason);
}
