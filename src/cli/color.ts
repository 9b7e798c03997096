import {isTerminal} from './print.ts';

/** Whether to colour what goes to standard output: on a terminal, unless NO_COLOR says no; FORCE_COLOR says yes. */
export function wantsColor(): boolean {
  if (process.env.NO_COLOR) return false;
  if (process.env.FORCE_COLOR && process.env.FORCE_COLOR !== '0') return true;
  return isTerminal('stdout') && process.env.TERM !== 'dumb';
}
