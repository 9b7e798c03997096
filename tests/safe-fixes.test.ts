import {describe, expect, it} from 'vitest';
import {fix, lint} from '../src/index.ts';

const repaired = (text: string) => fix(text, {mt: 'yes'}).text;
/** Words enough for a text that shows how it writes numbers. */
const REST = ' The council had asked for a report on the accounts of the harbour before the summer, and its members will speak of it at their next meeting, which is open to everybody who lives in the town and wants to come.';

describe('what is repaired without being asked', () => {
  it.each([
    ['They defended the hard -won peace in a 25 -year -old treaty.', 'They defended the hard-won peace in a 25-year-old treaty.'],
    ['He is expected To sign the agreements With Kovalenko on Monday.', 'He is expected to sign the agreements with Kovalenko on Monday.'],
    ['Thieves disabled the alarm And emptied the safe of the museum.', 'Thieves disabled the alarm and emptied the safe of the museum.'],
    ['He said that In one day alone the hotels lost a million.', 'He said that in one day alone the hotels lost a million.'],
    [`The loss was put at 1,4 million on Monday by the auditors.${REST}`, `The loss was put at 1.4 million on Monday by the auditors.${REST}`],
    ['She called it « a miracle of patience » and left the room.', 'She called it “a miracle of patience” and left the room.'],
    ['The idea of \u200b \u200b a navy was dropped.', 'The idea of a navy was dropped.'],
  ])('%s', (text, right) => {
    expect(repaired(text)).toBe(right);
  });
});

describe('what may be part of a greater damage is proposed', () => {
  it.each([
    // A share without its article
    [`They offered a rise of the 4,5% a year.${REST}`, '4,5'],
    // Two words, or a part of a longer one
    ['The studio of the CD -recording was closed.', 'CD -recording'],
    ['The minister -accused of fraud resigned.', 'minister -accused'],
    // What stood there is gone
    ['He met the <unk> of the club.', ' <unk> '],
    ['The notable composers were,, and his disciple.', ',,'],
    // A mark without a partner
    ['They read of it in the human soul ».', ' »'],
    // A plural of another language
    ['These are found to be stated in granthas.', 'granthas'],
    ['The president of the nepal hockey association left.', 'the nepal'],
    ['The staff of (AP)） left.', '）'],
  ])('%s', (text, actual) => {
    const found = lint(text, {mt: 'yes'}).findings.find((f) => f.actual === actual);
    expect(found?.tier).toBe('suggest');
    expect(fix(text, {mt: 'yes'})).toMatchObject({text});
  });
  it.each([
    'Female mutilation is widespread This was shown at the museum.',
    'A question of money In the north, the mayor waits for an answer.',
  ])('the capital behind a lost full stop, or a heading that ran into the text, stays: %s', (text) => {
    expect(lint(text, {mt: 'yes'}).findings.filter((f) => f.ruleId === 'random-capital')).toEqual([]);
    expect(fix(text, {mt: 'yes'})).toMatchObject({text});
  });
});
