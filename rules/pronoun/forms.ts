/** Forms of pronouns: each other, of her, him for his, to her for she. */
import type {Token} from '../../src/document/token.ts';
import {FUNCTION_WORDS} from '../../src/document/english.ts';
import {wordAt} from '../../src/evidence/clause.ts';
import {endsPhrase, pluralNoun} from '../../src/evidence/noun-phrase.ts';
import {posOf} from '../../src/evidence/pos.ts';
import {type Scene} from './scene.ts';
import {MUTUAL, OWNED, PARTNERS, TOGETHER} from './words.ts';

/** "the presidents met themselves", "partners who trust themselves" */
export function together(scene: Scene, token: Token): void {
  const {document, flag} = scene;
  const verb = document.before(token);
  const w = verb?.word.folded ?? '';
  const note = 'They do it to each other, not each to himself.';
  const next = document.after(token);
  if (TOGETHER.has(w)) return flag('each-other', token, 'each other', 0.8, note, ['one another']);
  if (/^help(?:ed|s|ing)?$/.test(w)) {
    if (next?.word.folded === 'to' && !/^(?:the|a|an|some|it|more|another|any|his|their)$/.test(wordAt(document, next.index + 1, token.sentence) ?? '')) flag('each-other', token, 'each other', 0.72, note, ['one another']);
    return;
  }
  if (!MUTUAL.has(w)) return;
  const subject = document.before(verb!);
  const relative = /^(?:who|that|which)$/.test(subject?.word.folded ?? '');
  const noun = relative ? document.before(subject!) : subject;
  const counted = noun && /^(?:both|two|the)$/.test(document.before(noun)?.word.folded ?? '');
  if (noun && PARTNERS.has(noun.word.folded) && (relative || counted)) flag('each-other', token, 'each other', 0.68, note, ['one another']);
}

/** "the voice of her", "in the house of him" */
export function ofThem(scene: Scene, token: Token): boolean {
  const {document, tokens, report} = scene;
  const of = tokens[token.index - 1]!;
  const noun = tokens[of.index - 1];
  const the = tokens[of.index - 2];
  if (the?.word.folded !== 'the' || the.sentence !== token.sentence || noun?.kind !== 'word' || !OWNED.test(noun.word.folded)) return false;
  const next = document.after(token);
  if (token.word.folded === 'her' && next?.kind === 'word' && !FUNCTION_WORDS.has(next.word.folded)) return false;
  report({kind: 'case', start: the.start, end: token.end, proposals: [`${token.word.folded === 'him' ? 'his' : token.word.folded === 'her' ? 'her' : 'their'} ${noun.text}`], confidence: 0.6, note: 'What belongs to somebody is named with “his”, “her” or “their”.'});
  return true;
}

/** "said to him colleagues" */
export function hisNoun(scene: Scene, token: Token): boolean {
  const {document, tokens, flag} = scene;
  const noun = document.after(token);
  const before = document.before(token);
  if (noun?.kind !== 'word' || !/^(?:to|with|of|for|by|from|against|about)$/.test(before?.word.folded ?? '') || !pluralNoun(noun) || posOf(document, noun) !== 'NOUN') return false;
  const behind = tokens[noun.index + 1];
  if (behind && behind.sentence === token.sentence && !endsPhrase(behind, token.sentence) || /^(?:days|weeks|months|years|times|hours|minutes)$/.test(noun.word.folded)) return false;
  flag('case', token, 'his', 0.66, 'What is his has “his” before it.');
  return true;
}

/** "Exporters, for his part, hope" */
export function forTheirPart(scene: Scene, token: Token): boolean {
  const {tokens, sentences, flag} = scene;
  const {first} = sentences[token.sentence]!;
  const [noun, comma, prep, part] = [tokens[token.index - 3], tokens[token.index - 2], tokens[token.index - 1], tokens[token.index + 1]];
  if (part?.word.folded !== 'part' || prep?.word.folded !== 'for' || comma?.text !== ',' || noun?.kind !== 'word' || noun.index < first) return false;
  if (!pluralNoun(noun, noun.index === first) || noun.index > first && !/^(?:the|these|those|most|some|many|other|all)$/.test(tokens[first]!.word.folded)) return false;
  flag('several', token, 'their', 0.75, 'More than one is spoken of.');
  return true;
}

/** "To her does not like the rain" */
export function subjectCase(scene: Scene, token: Token): boolean {
  const {document, tokens, report} = scene;
  const to = tokens[token.index - 1]!;
  const verb = document.after(token);
  if (to.sentence !== token.sentence || !verb || verb.sentence !== token.sentence || !/^(?:likes|liked|does|did|doesn't|didn't|lacks|lacked|loves|loved|wants|wanted)$/.test(verb.word.folded)) return false;
  const subject = token.word.folded === 'her' ? 'She' : token.word.folded === 'him' ? 'He' : undefined;
  if (!subject) return false;
  report({kind: 'case', start: to.start, end: token.end, proposals: [subject], confidence: 0.75, note: 'The subject of a sentence has no preposition.'});
  return true;
}
