import type {Document} from '../document/document.ts';
import type {Token} from '../document/token.ts';
import {languagesOf} from '../lexicon/lexicon.ts';
import {inLoan} from './loans.ts';
import {renderingsOf} from './residue.ts';
import {functionWordOf} from './source-language.ts';

const OPENING = new Set(['“', '"', '«', '„', '‘', '‹', '《', '「', '*', '_']);
const CLOSING = new Set(['”', '"', '»', '“', '’', '›', '》', '」', '*', '_']);
/** Words that announce a foreign word. */
const ANNOUNCE = /^(?:called|named|dubbed|termed|nicknamed|titled|entitled|so-called|word|words|term|phrase|expression|slogan|hashtag|motto|or|meaning|means|mean|known|chanting|chanted|shouting|shouted)$/;
/** Tokens behind "as" in which a word is called something. */
const MAX_GLOSS = 9;
const GLOSS = /^(?:the|a|an|or|as|meaning|which means|literally|i|that)$/;
/** Words of addresses and sights: "the rue de la République". */
const STREET = /^(?:rue|place|quai|pont|via|viale|piazza|palazzo|calle|plaza|paseo|rua|praça|palais|château|fort|porte|puerta|porta|playa|plage|praia|ulica|plac)$/;
const PARTICLE = /^(?:de|du|des|da|do|dos|das|di|del|della|dei|van|von|der|den|la|le|el|los|las|les|al|et|e|y|und|i|per|pour|para|für|zu|zum|zur|im|am|con|por|na|do|della|delle|degli|dello|aux|au)$/;

/** Whether a word is neither English nor a number: what foreign names are made of. */
export function isForeign(token: Token | undefined): boolean {
  return token !== undefined && token.kind === 'word' && !token.word.english && token.text.length > 1;
}

/** Whether a name is a word of some language too, as in "Comédie française". */
const isWordSomewhere = (token: Token) => languagesOf(token.word.base).length > 0 || renderingsOf(token.text, false).length > 0;

/** A capitalised word that is part of a name: not what opens a sentence, not an English word. */
function namePart(document: Document, token: Token | undefined): boolean {
  return token !== undefined && token.kind === 'word' && token.word.shape !== 'lower' && token.text.length > 1 && (!token.word.english || token.word.isName) && !(document.opensSentence(token) && token.word.english);
}

/**
 * Why a foreign word may stand where it stands: it is part of a foreign name or title, the writer has put it in
 * quotation marks, or says what it means. Looks at a dozen tokens around it.
 */
export function isWanted(document: Document, first: Token, last: Token, acronym = false): boolean {
  const {tokens} = document;
  const before = tokens[first.index - 1];
  const after = tokens[last.index + 1];
  const sameBefore = before && before.segment === first.segment ? before : undefined;
  const sameAfter = after && after.segment === last.segment ? after : undefined;
  const capital = first.word.shape === 'capital';
  // Parts of names: "Kieler Woche", "Comédie française", "Ría de Muros e Noia".
  if (sameBefore && first.spaced && sameBefore.sentence === first.sentence) {
    if (isForeign(sameBefore) && namePart(document, sameBefore) && sameBefore.word.shape !== 'upper' && (capital || isWordSomewhere(sameBefore))) return true;
    if (sameBefore.kind === 'word' && sameBefore.text.length > 1 && PARTICLE.test(sameBefore.text) && isForeign(tokens[sameBefore.index - 1]) && namePart(document, tokens[sameBefore.index - 1])) return true;
    if (capital && namePart(document, sameBefore)) return true;
    if (capital && PARTICLE.test(sameBefore.word.folded) && sameBefore.text !== 'i') return true;
  }
  if (sameAfter?.spaced && sameAfter.sentence === last.sentence && sameAfter.kind === 'word') {
    if (capital && (namePart(document, sameAfter) || sameAfter.word.shape === 'capital')) return true;
    if ((capital || STREET.test(last.word.folded)) && PARTICLE.test(sameAfter.text) && (functionWordOf(sameAfter.text).length > 1 || !sameAfter.word.english) && sameAfter.text !== 'i') {
      const beyond = tokens[sameAfter.index + 1];
      if (beyond && (beyond.word.shape === 'capital' || (capital && isForeign(beyond)))) return true;
    }
  }
  // Hyphenated with a name: "Saint-Jacques-de-la-Lande"; "Brown-Forman".
  if (sameAfter && !sameAfter.spaced && /^[-‑–&/@_.]$/.test(sameAfter.text) && tokens[sameAfter.index + 1] && !tokens[sameAfter.index + 1]!.spaced) {
    const beyond = tokens[sameAfter.index + 1]!;
    if (beyond.kind === 'word' && (sameAfter.text === '.' ? beyond.word.shape === 'lower' : beyond.word.shape !== 'lower' || !beyond.word.english)) return true;
  }
  if (sameBefore && !first.spaced && /^[-‑–&/@_.]$/.test(sameBefore.text)) return true;
  if (sameBefore && !first.spaced && /^['’]$/.test(sameBefore.text) && tokens[sameBefore.index - 1]?.kind === 'word' && !sameBefore.spaced) return true;
  if (sameBefore && !first.spaced && /^['’]$/.test(sameBefore.text) && (tokens[sameBefore.index - 1]?.text.length ?? 9) < 3 && tokens[sameBefore.index - 1]?.kind === 'word') return true;
  // In brackets behind its English, or before a bracket that says what it means.
  if (sameBefore?.text === '(' || sameBefore?.text === '[') return true;
  if (sameAfter?.text === '(') {
    const inner = tokens[sameAfter.index + 1];
    if (inner?.kind === 'word' || OPENING.has(inner?.text ?? '')) return true;
  }
  if (!capital && sameBefore?.kind === 'word' && ANNOUNCE.test(sameBefore.word.folded)) return true;
  if (!capital && sameBefore?.text === 'as' && /^(?:known|described|to)$/.test(tokens[first.index - 2]?.word.folded ?? '')) return true;
  if (sameAfter && (sameAfter.text === ',' || sameAfter.text === '—' || sameAfter.text === '–') && !acronym) {
    const gloss = tokens[sameAfter.index + 1];
    // "the hromadas, as they are called", but "the hoaks, as he said"
    if (gloss?.kind === 'word' && gloss.sentence === last.sentence && GLOSS.test(gloss.word.folded) && (gloss.text !== 'as' || tokens.slice(gloss.index + 1, gloss.index + MAX_GLOSS).some(({word}) => ANNOUNCE.test(word.folded)))) return true;
  }
  return inLoan(document, first) || quoted(document, first, last);
}

/** Whether a stretch stands in quotation marks with hardly anything but foreign or capitalised words. */
export function quoted(document: Document, first: Token, last: Token): boolean {
  const {tokens} = document;
  let left = -1;
  // At most sixteen tokens to each side.
  for (let i = first.index - 1; i >= 0 && i >= first.index - 16; i--) {
    const t = tokens[i]!;
    if (t.segment !== first.segment) break;
    // A space behind it: the mark closes what was said, `," said the khudruk. "`.
    if (t.text === '"' && tokens[i + 1]!.spaced) return false;
    if (OPENING.has(t.text) || (t.text === "'" && t.spaced)) {
      left = i;
      break;
    }
    if (t.text === '”' || t.text === '»') return false;
  }
  if (left < 0) return false;
  for (let i = last.index + 1; i < tokens.length && i <= last.index + 16; i++) {
    const t = tokens[i]!;
    if (t.segment !== last.segment) return false;
    if (!CLOSING.has(t.text) && t.text !== "'") continue;
    let strange = 0;
    let all = 0;
    for (let k = left + 1; k < i; k++) {
      if (tokens[k]!.kind !== 'word') continue;
      all++;
      if (!tokens[k]!.word.english || tokens[k]!.word.shape !== 'lower' || functionWordOf(tokens[k]!.word.folded).length > 0) strange++;
    }
    return all > 0 && strange / all >= 0.6;
  }
  return false;
}
