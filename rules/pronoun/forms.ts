/** Forms of pronouns: each other, of her, him for his, to her for she. */
import type {Token} from '../../src/document/token.ts';
import {FUNCTION_WORDS} from '../../src/document/english.ts';
import {baseOfPast, baseOfThird} from '../../src/document/verbs.ts';
import {BE, beforeAdverbs, wordAt} from '../../src/evidence/clause.ts';
import {endsPhrase, pluralNoun} from '../../src/evidence/noun-phrase.ts';
import {posOf} from '../../src/evidence/pos.ts';
import {type Scene} from './scene.ts';
import {FEMALE, HUMANS, MALE, MUTUAL, OWNED, PARTNERS, TOGETHER} from './words.ts';

/** "the presidents met themselves", "partners who trust themselves" */
export function together(scene: Scene, token: Token): void {
  const {document, flag} = scene;
  const verb = document.before(token);
  const w = verb?.word.folded ?? '';
  const note = 'They do it to each other, not each to himself.';
  const next = document.after(token);
  if (TOGETHER.has(w)) return flag('each-other', token, 'each other', 0.8, note, ['one another']);
  if (/^help(?:ed|s|ing)?$/.test(w)) {
    // "The villagers help themselves when the river rises": nobody is helped to anything.
    if (w === 'help' && (!next || next.kind !== 'word' || /^(?:when|if|because|as|during|in|where|while)$/.test(next.word.folded))) {
      const helpers = document.before(verb!);
      if (helpers?.kind === 'word' && (pluralNoun(helpers) || helpers.word.folded === 'they') && !/^(?:can|could|to|who|that|must|should|not)$/.test(helpers.word.folded)) flag('each-other', token, 'each other', 0.36, note, ['one another']);
    }
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

/** "The director shot itself", "The women described itself": of people. */
export function itself(scene: Scene, token: Token): void {
  const {document, tokens, flag} = scene;
  const verb = document.before(token);
  if (verb?.kind !== 'word' || verb.word.shape !== 'lower' || baseOfPast(verb.word.folded) === undefined && baseOfThird(verb.word.folded) === undefined || posOf(document, verb) !== 'VERB') return;
  const subject = beforeAdverbs(document, verb.index);
  if (subject?.kind !== 'word' || subject.sentence !== token.sentence) return;
  const w = subject.word.folded;
  const note = 'One does it to oneself: the pronoun goes with who does it.';
  if (w === 'he' || w === 'she') return flag('it', token, w === 'he' ? 'himself' : 'herself', 0.72, note);
  if (w === 'they') return flag('it', token, 'themselves', 0.5, note);
  if (w === 'who') {
    const noun = document.before(subject);
    if (noun?.kind === 'word' && noun.word.shape === 'lower') flag('it', token, pluralNoun(noun) ? 'themselves' : FEMALE.has(noun.word.base) ? 'herself' : 'himself', 0.6, note);
    return;
  }
  // The subject stands alone behind its article.
  if (subject.word.shape !== 'lower' || !/^(?:the|a|an|this|that|his|her|their|two|three|many|some)$/.test(tokens[subject.index - 1]?.word.folded ?? '')) return;
  if (/^(?:men|women|people|children)$/.test(w) || pluralNoun(subject)) return flag('it', token, 'themselves', 0.5, note);
  if (MALE.has(w) || FEMALE.has(w) || HUMANS.has(subject.word.base)) flag('it', token, FEMALE.has(w) ? 'herself' : 'himself', 0.6, note);
}

/** "between he and the mayor", "It was them who called", "took they weapons": another case of they and he. */
export function otherCase(scene: Scene, token: Token): boolean {
  const {document, tokens, flag} = scene;
  const w = token.word.folded;
  const before = document.before(token);
  const next = tokens[token.index + 1];
  if (before?.kind !== 'word' || token.word.shape !== 'lower' || next?.sentence !== token.sentence) return false;
  const b = before.word.folded;
  if (w === 'he' || w === 'she' || w === 'they') {
    const object = w === 'he' ? 'him' : w === 'she' ? 'her' : 'them';
    if (/^(?:between|against|behind)$/.test(b) && next.word.folded === 'and') {
      flag('case', token, object, 0.75, 'Behind a preposition stands him, her or them.');
      return true;
    }
    // "given to they by the king"
    if (w === 'they' && /^(?:to|with|for|from|of|by|against)$/.test(b) && (next.kind === 'punctuation' && next.text !== '-' || /^(?:by|in|on|at|for|the|and|with)$/.test(next.word.folded))) {
      flag('case', token, object, 0.6, 'Behind a preposition stands him, her or them.');
      return true;
    }
    // "took they weapons": a verb, and a noun that has no verb of its own.
    if (w === 'they' && before.word.shape === 'lower' && baseOfPast(b) !== undefined && posOf(document, before) === 'VERB' && pluralNoun(next) && posOf(document, next) === 'NOUN' && !document.isTitle(token.sentence)) {
      const behind = tokens[next.index + 1];
      if (!behind || behind.sentence !== token.sentence || endsPhrase(behind, token.sentence)) {
        flag('case', token, 'their', 0.5, 'What is theirs has “their” before it.');
        return true;
      }
    }
  }
  return false;
}

/** "It was them who called" */
export function themWho(scene: Scene, token: Token): void {
  const {document, flag} = scene;
  const be = document.before(token);
  const who = document.after(token);
  if (who?.word.folded !== 'who' || !be || !BE.has(be.word.folded) || !/^(?:it|it's)$/.test(document.before(be)?.word.folded ?? '')) return;
  flag('case', token, token.word.folded === 'them' ? 'they' : token.word.folded === 'him' ? 'he' : 'she', 0.5, 'Who does something is he, she or they.');
}
