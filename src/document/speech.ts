/** Verbs of saying and thinking, by how they take what is said. */
import {pastOf, thirdOf} from './verbs.ts';

/**
 * statement: puts something said into the world ("said that", "“…,” she explained");
 * told: the same, with the hearer as its object; question: asks; opinion: what somebody thinks, with "that".
 */
export type Speech = 'statement' | 'told' | 'question' | 'opinion';

const VERBS: Readonly<Record<Speech, string>> = {
  statement: 'say add announce declare state explain recall warn confirm note stress report emphasize emphasise underline conclude specify affirm argue admit insist claim write continue reply answer joke comment observe remark acknowledge assert allege maintain reveal repeat predict estimate clarify complain indicate mention testify tweet post',
  told: 'tell assure inform remind',
  question: 'ask wonder inquire',
  opinion: 'think believe hope fear expect suppose feel consider suspect guess doubt reckon know',
};

const forms = new Map<string, Speech>();
for (const speech of Object.keys(VERBS) as Speech[]) for (const base of VERBS[speech].split(' ')) for (const form of [base, thirdOf(base), pastOf(base)]) forms.set(form, speech);

/** Of which kind of saying a verb form is: base form, third person or past; undefined for other words. */
export function speechOf(form: string): Speech | undefined {
  return forms.get(form);
}

/** Whether a form is one of a verb of saying or thinking; of given kinds only, if any are given. */
export function speaks(form: string, ...kinds: readonly Speech[]): boolean {
  const speech = forms.get(form);
  return speech !== undefined && (!kinds.length || kinds.includes(speech));
}
