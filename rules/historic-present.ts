import type {Token} from '../src/document/token.ts';
import {DAYS, DETERMINERS, FUNCTION_WORDS, MONTHS, PREPOSITIONS} from '../src/document/english.ts';
import {speaks} from '../src/document/speech.ts';
import {baseOfPast, baseOfThird, isInfinitive, pastOf} from '../src/document/verbs.ts';
import {BE, beforeAdverbs, DO, HAVE, MODALS} from '../src/evidence/clause.ts';
import {pluralNoun} from '../src/evidence/noun-phrase.ts';
import {latestPastYear, longPastAt, type PastDate, YEAR} from '../src/evidence/past-date.ts';
import {posOf} from '../src/evidence/pos.ts';
import {quotedTokens} from '../src/evidence/quotation.ts';
import {defineRule} from '../src/rule/rule.ts';
import {EVENTS} from './tense/events.ts';

const set = (words: string) => new Set(words.split(' '));
/** What a text does with what it tells: "the book describes the war in 1939". */
const TELLS = set('describe show tell recount depict mark commemorate celebrate recall remember cover date explore trace examine analyse analyze document chronicle portray concern refer say stand lie mean remain include contain belong compare honour honor evoke resemble suggest indicate prove narrate follow begin start open');
/** What people do who come together; the past form is another one. */
const ARRIVE = set('come arrive gather meet flock flee fly travel march return leave go pour stream descend assemble');
const PEOPLE = /^(?:people|leaders|guests|delegates|ministers|diplomats|visitors|tourists|fans|supporters|protesters|demonstrators|soldiers|troops|refugees|migrants|workers|residents|families|pilgrims|journalists|envoys|officials|teams|players|lawmakers|voters|athletes|mourners|dignitaries|representatives|rescuers|firefighters|passengers|students|farmers|presidents|negotiators|delegations|crowds|thousands|hundreds)$/;
/** A longer sentence with a full stop is full of names and no title. */
const MAX_TITLE = 25;
/** Behind these a clause of its own begins, or the time belongs to something else. */
const BREAKS = /^(?:that|who|which|whose|whom|because|when|while|if|although|as|than|where|how|why|what|whether|said|says|since|from|until|of|to|for|before|after)$/;
const SEQUENCE = /^(?:then|suddenly|immediately|shortly|moments|minutes|hours|hour|minute|later|afterwards|meanwhile|finally|thereupon|after|next|soon)$/;

export default defineRule({
  id: 'historic-present',
  summary: 'A verb in the present in a report that tells what is over',
  why: `French, Spanish, Italian, German and Russian may tell the past in the present (*en 1998, il devient président*), and Chinese, Indonesian and Vietnamese verbs have no tense: single verbs come back in the present among others in the past (\`He becomes president in 1998\`, \`Police arrived. The man jumps from the window and broke his leg.\`).

Silent in quotations and titles, on what books and films tell, on what is still so (\`lives\`, \`stands\`), and where the present goes on.`,
  category: 'grammar',
  tier: 'suggest',
  severity: 'warn',
  since: '0.1.0',
  evidence: 0.6,
  reach: 'paragraph',
  needs: 0.3,
  kinds: {
    date: 'The present beside a time that is over',
    story: 'One event in the present among others in the past',
    meanwhile: 'The present behind “as” in a report in the past',
  },
  examples: {
    bad: [
      {text: 'He becomes mayor in 1998 after a long dispute. The painting disappears from the museum in 1939.', flagged: ['becomes', 'disappears'], fixed: 'He became mayor in 1998 after a long dispute. The painting disappeared from the museum in 1939.', mt: 'yes'},
      {text: 'In the 1970s the family emigrates to Brazil. Yesterday the clerk says that it was closed.', flagged: ['emigrates', 'says'], fixed: 'In the 1970s the family emigrated to Brazil. Yesterday the clerk said that it was closed.', mt: 'yes'},
      {text: 'Police came at midnight. The thief jumps from the roof and broke his leg.', flagged: ['jumps'], fixed: 'Police came at midnight. The thief jumped from the roof and broke his leg.', mt: 'yes'},
      {text: 'He met the king on Thursday in Oslo as hundreds of guests come to the city.', flagged: ['come'], fixed: 'He met the king on Thursday in Oslo as hundreds of guests came to the city.', mt: 'yes'},
      {text: 'The tower was finished in 2029. Its builder dies in 2028.', flagged: ['dies'], fixed: 'The tower was finished in 2029. Its builder died in 2028.', mt: 'yes'},
    ],
    good: [
      {text: 'The roof gave way at noon. Later, at 06.30, they found a second ladder under the beams. The crew left at dusk.', mt: 'yes'},
      {text: 'The law passed in 1998 protects tenants. The book describes the war in 1939. The bridge, built in 1934, links the two towns.', mt: 'yes'},
      {text: 'Police came at midnight. The house stands at the edge of a wood. Nobody was hurt.', mt: 'yes'},
      {text: 'He met the king on Thursday as new rules come into force. He said on Monday that it was as hot on Sunday as leaders come to say. The plan was presented. Its first part begins in 2028 and it opens in 2027.', mt: 'yes'},
      {text: 'He was born in 1961 and lives in Rome. The trial began last week and ends in June.', mt: 'yes'},
      {text: 'Those who lived there in the 1970s remember the mill. In 1998, the year he became king, it was poor; today it exports grain.', mt: 'yes'},
    ],
  },
  check(document, report) {
    const {tokens, sentences} = document;
    const quoted = quotedTokens(document);
    for (const {index, first, last} of document.ownSentences) {
      if (last - first < 4 || last - first > 80 || quoted[first] || tokens[last]!.text !== '.' || last - first < MAX_TITLE && document.isTitle(index)) continue;
      if (!opening(index)) if (!dated(index)) if (!meanwhile(first, last)) story(index);
    }

    /** Whether a year may lie ahead of the text, or less than some years before its latest one. */
    function isAhead(year: number, offset = 0): boolean {
      return year > 1900 && year > latestPastYear(document) + offset;
    }

    /** The base of a verb in the present at `t`, by its form and its subject before it; undefined for other words. */
    function present(t: Token): string | undefined {
      if (t.kind !== 'word' || t.word.shape !== 'lower' || quoted[t.index] || t.text.length < 4 || tokens[t.index + 1]?.text === '-' || tokens[t.index - 1]?.text === '-') return undefined;
      const w = t.word.folded;
      if (BE.has(w) || HAVE.has(w) || DO.has(w) || MODALS.has(w)) return undefined;
      const subject = beforeAdverbs(document, t.index);
      if (subject?.kind !== 'word') return undefined;
      const s = subject.word.folded;
      const third = w.endsWith('s') ? baseOfThird(w) ?? (EVENTS.has(w.slice(0, -1)) ? w.slice(0, -1) : undefined) : undefined;
      if (third) {
        if (/^(?:he|she|it)$/.test(s)) return third;
        const next = document.after(t);
        // The tagger takes "the regime bans all parties" for a plural.
        const verb = posOf(document, t) === 'VERB' || next?.kind === 'word' && (DETERMINERS.has(next.word.folded) && next.word.folded !== 'that' || /^(?:him|them|itself|himself|herself)$/.test(next.word.folded) || EVENTS.has(third) && next.word.folded === 'to');
        if (FUNCTION_WORDS.has(s) || pluralNoun(subject) || !verb) return undefined;
        const pos = posOf(document, subject);
        return pos === 'NOUN' || pos === 'PROPN' || subject.word.shape === 'capital' ? third : undefined;
      }
      if (!isInfinitive(w) || /(?:ed|ing)$/.test(w)) return undefined;
      if (/^(?:they|we)$/.test(s)) return /^(?:let|make|help|see|if|that)$/.test(tokens[subject.index - 1]?.word.folded ?? '') || baseOfPast(w) !== undefined ? undefined : w;
      return pluralNoun(subject) && posOf(document, t) === 'VERB' && baseOfPast(w) === undefined && DETERMINERS.has(tokens[subject.index - 1]?.word.folded ?? '') ? w : undefined;
    }

    /** Whether a token is a verb in the past, as far as its form tells. */
    function past(t: Token): boolean {
      const w = t.word.folded;
      if (t.kind !== 'word' || t.word.shape !== 'lower') return false;
      return /^(?:was|were|had|did|would|could)$/.test(w) || baseOfPast(w) !== undefined && baseOfPast(w) !== w && posOf(document, t) === 'VERB';
    }

    function put(kind: 'date' | 'story' | 'meanwhile', t: Token, base: string, confidence: number): true {
      const w = pastOf(base);
      report({kind, start: t.start, end: t.end, proposals: [w], confidence, note: kind === 'date' ? 'The sentence tells of a time that is over.' : kind === 'story' ? 'What is told before and after it stands in the past.' : 'What is told before it stands in the past.'});
      return true;
    }

    /** "In the 1970s the family emigrates": the first verb behind a time that opens the sentence. */
    function opening(sentence: number): boolean {
      const {first, last} = sentences[sentence]!;
      const date = longPastAt(document, first, sentence);
      if (!date?.sure || isAhead(Number(tokens[first + date.length - 1]!.text))) return false;
      let k = first + date.length;
      // "Last year's": a word of its own; "In 1998, the year he …".
      if (tokens[k]?.text === ',') k++;
      const from = k;
      for (; k <= last && k - from < 8; k++) {
        const t = tokens[k]!;
        const w = t.word.folded;
        if (t.kind !== 'word' && t.kind !== 'number') return false;
        if (k > from) {
          const base = present(t);
          if (base !== undefined) return !TELLS.has(base) || base === 'say' && k - from < 4 || base === 'open' || base === 'begin' || base === 'start' ? put('date', t, base, 0.5) : false;
        }
        if (BREAKS.test(w) && w !== 'of' && w !== 'for' || past(t) || BE.has(w) || HAVE.has(w) || MODALS.has(w) || DO.has(w) || t.word.folded.endsWith('ing') && posOf(document, t) === 'VERB') return false;
      }
      return false;
    }

    /** "He becomes mayor in 1998": a time that is over behind the verb, with nothing between that could have it for itself. */
    function dated(sentence: number): boolean {
      const {first, last} = sentences[sentence]!;
      let found = false;
      for (let i = first + 2; i < last; i++) {
        const w = tokens[i]!.word.folded;
        const text = tokens[i]!.text;
        // What may begin a date; the rest is passed over cheaply.
        if (!(w === 'in' || w === 'last' || w === 'yesterday' || w === 'on' || w === 'at' || w === 'during' || tokens[i + 2]?.word.folded === 'ago' || YEAR.test(text) && tokens[i - 1]!.word.folded === 'in')) continue;
        const date: PastDate | undefined = longPastAt(document, i, sentence);
        if (!date?.sure) continue;
        const year = Number(tokens[i + date.length - 1]!.text);
        if (isAhead(year)) continue;
        const follow = tokens[i + date.length];
        if (tokens[i + date.length - 1]!.word.folded.endsWith("'s") || follow && /^(?:-|to|by|and)$/.test(follow.text) && tokens[follow.index + 1]?.kind === 'number') continue;
        for (let k = i - 1; k > first && i - k < 10; k--) {
          const t = tokens[k]!;
          if (t.kind !== 'word' && t.kind !== 'number' && t.text !== '-') break;
          const base = present(t);
          if (base !== undefined) {
            const distance = i - k - 1;
            if (TELLS.has(base) || !EVENTS.has(base) && isAhead(year, -8) || speaks(base, 'statement', 'told') && base !== 'announce' || distance > 0 && !EVENTS.has(base) && !/^(?:sell|pay|publish|build|play|score|open|end|start|create|write|earn|produce|cost|spend|agree|drop|rise|grow|help|use|decide|work|serve|study|graduate|teach|settle|retire|succeed|replace|visit)$/.test(base)) break;
            // "the man who becomes", "if he leaves": what is told of may be no report.
            if (subordinate(t, first)) break;
            put('date', t, base, distance ? 0.42 : 0.48);
            found = true;
            break;
          }
          if (t.kind === 'word' && (past(t) || BREAKS.test(t.word.folded) && !/^(?:of|for|to|from)$/.test(t.word.folded) || BE.has(t.word.folded) || HAVE.has(t.word.folded) || MODALS.has(t.word.folded) || t.word.shape === 'lower' && /(?:ed|ing)$/.test(t.word.folded) && t.text.length > 5)) break;
          // "the law of 1998", "the role she created": the time belongs to the noun.
          if (/^(?:he|she|they|it|i|we)$/.test(t.word.folded)) break;
        }
      }
      return found;
    }

    /** "met him on Thursday as leaders come to the city": a day that is over, the main verb in the past, an arrival in the present behind "as". */
    function meanwhile(first: number, last: number): boolean {
      let day = false;
      let before = false;
      for (let k = first; k < last; k++) {
        const t = tokens[k]!;
        const w = t.word.folded;
        if (DAYS.has(w) || w === 'yesterday') day = true;
        if (/^(?:will|would|is|are|next|that|who|which|has|have|says|say)$/.test(w)) return false;
        if (!before && past(t)) before = true;
        if (!day || !before || w !== 'as' && w !== 'while' || /^(?:such|same|well|known|so|far)$/.test(tokens[k - 1]!.word.folded)) {
          // "as calm as", "as far as"
          if (w === 'as') return false;
          continue;
        }
        for (let n = k + 2; n < Math.min(last, k + 9); n++) {
          const verb = tokens[n]!;
          const subject = tokens[n - 1]!;
          if (verb.kind !== 'word') break;
          if (!ARRIVE.has(verb.word.folded)) continue;
          // "as hundreds of guests come to the city": people who come to a place.
          const people = subject.kind === 'word' && PEOPLE.test(subject.word.folded) && posOf(document, verb) === 'VERB';
          if (!people || !/^(?:to|in|at|from|for|on)$/.test(tokens[n + 1]?.word.folded ?? '')) break;
          return put('meanwhile', verb, verb.word.folded, 0.42);
        }
      }
      return false;
    }

    /** Whether the clause of a verb is joined by a word that makes it no report. */
    function subordinate(t: Token, first: number): boolean {
      for (let k = t.index - 1; k >= first && t.index - k < 12; k--) {
        if (/^(?:if|when|whenever|unless|until|once|who|which|that|whose|how|what|where|whether|because|as|before|after|while)$/.test(tokens[k]!.word.folded)) return true;
        if (/^[,;:]$/.test(tokens[k]!.text)) return false;
      }
      return false;
    }

    /** "Police came. The thief jumps from the roof and broke his leg. He was held": an event in the present, with the past on all sides. */
    function story(sentence: number): void {
      const {first, last, segment} = sentences[sentence]!;
      const before = sentences[sentence - 1];
      if (before?.segment !== segment) return;
      let verb: Token | undefined;
      let base = '';
      let sequence = false;
      let pasts = 0;
      for (let k = first; k <= last; k++) {
        const t = tokens[k]!;
        const w = t.word.folded;
        if (quoted[k] || /^(?:now|today|currently|usually|often|always|never|still|tomorrow|again|annually|if|when|whenever|next|this|coming|will|would|should|may|can|must|is|are|has|have|does|do|says|say|story|film|novel|book|play|series|character)$/.test(w) || t.kind === 'number' && isAhead(Number(t.text))) return;
        if (/^(?:every|each|on)$/.test(w) && /day$|^(?:year|month|week|morning|evening|night|time|summer|winter)$/.test(tokens[k + 1]?.word.folded ?? '')) return;
        if (k < first + 4 && SEQUENCE.test(w)) sequence = true;
        if (!verb) {
          const found = k > first && k < first + 12 ? present(t) : undefined;
          if (found !== undefined) {
            if (!EVENTS.has(found) || /^(?:take|meet|leave|travel|return|arrive|send|set|vote|move|refuse|reject|fail|accept|suffer|lose|win|miss|fall)$/.test(found) && !/^(?:he|she|they)$/.test(tokens[k - 1]!.word.folded) || BREAKS.test(tokens[first]!.word.folded) && tokens[first]!.word.folded !== 'after' || /^(?:who|which|that)$/.test(tokens[k - 1]!.word.folded)) return;
            verb = t;
            base = found;
          } else if (past(t) || PREPOSITIONS.has(w) && k === first && DAYS.has(tokens[k + 1]?.word.folded ?? '') || MONTHS.has(w) && t.word.shape === 'capital') return;
        } else if (past(t)) {
          // "jumps … and broke": no participle behind a noun.
          if (/^(?:and|then|but|who|which|he|she|it|they)$/.test(tokens[k - 1]!.word.folded)) pasts++;
        } else if (present(t) !== undefined) return;
      }
      if (!verb || !told(before.first, before.last)) return;
      const next = sentences[sentence + 1];
      const behind = next?.segment === segment && told(next.first, next.last);
      if (pasts + Number(sequence) + Number(behind) === 0) return;
      put('story', verb, base, pasts ? 0.42 : sequence ? 0.38 : 0.25);
    }

    /** Whether the first verb of a sentence tells an event in the past, and nothing in it stands in the present. */
    function told(first: number, last: number): boolean {
      let found = false;
      for (let k = first + 1; k <= last && k - first < 30; k++) {
        const t = tokens[k]!;
        if (quoted[k] || /^(?:is|are|has|have|will|may|can|says|say)$/.test(t.word.folded)) return false;
        if (!found && past(t)) found = !/^(?:had|would|could|did)$/.test(t.word.folded);
      }
      return found;
    }
  },
});
