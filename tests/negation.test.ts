import {describe, expect, it} from 'vitest';
import lostNegation from '../rules/lost-negation.ts';
import {Document} from '../src/document/document.ts';
import {parseOptions} from '../src/rule/options.ts';
import {run} from '../src/rule/run.ts';

const {rule} = lostNegation;
const lint = (text: string) => run(Document.fromText(text, {mt: 'yes'}), [{rule, options: parseOptions(rule, undefined)}]).findings;

/** Sentences with the mark and its first repair in brackets: `[marked|repair]`. */
const WRONG = `
He denied that [no|any] money had been paid.
The bank denied that [nobody|anybody] had been informed.
The director denied [not to have received|having received] the report.
The tank contained [not that|only] 300 litres.
The inquiry [will not be opened that|will be opened only] in June.
The ship [will not arrive that|will arrive only] on Monday.
She [does not ask that|asks only] one thing.
The president was [not but|only] a figurehead.
They [do not produce but|produce only] 2,000 barrels.
The road has [been yet|not yet been] reopened.
The law passed without [that no|any] deputy spoke.
Without him it would not have been possible [no|any] agreement.
He in no way [is not connected|is connected] with the company.
Under no circumstances we [will not sign|will sign].
In no case the talks [should not be|should be] stopped.
At no time the crew [did not lose|lost] contact.
[No one|None] of the firms has lodged an appeal.
[Nobody|None] of the witnesses had seen the car.
Nobody [nothing explains|explains anything] to the residents.
Nobody [nothing told|told anything] us about the closure.
Nobody has [not |]yet received the money.
He never [no one|anyone] blamed.
We never [nobody|anybody] asked for help.
The sick barely [cannot walk|can walk].
He refused to give [no|any] opinion on the plan.
She declined to make [no|any] comment.
I have not spoken with [no|any] leader today.
My client has not [nothing|anything] to hide.
She had not [nobody|anybody] to turn to.
The city [has not any|has no] spare parts.
The police [have not any|have no] suspects.
The doctor did not come, [neither|nor did] the nurse.
The buses may use the bridge, but not the trams[ either|].
She [does not drink more|no longer drinks] this water.
He [does not live more|no longer lives] in the city.
The firm [does not exist more|no longer exists].
We [do not believe more|no longer believe] in promises.
He [will not return more|will no longer return] to politics.
He [ever|never] thought that they would win.
We [ever|never] imagined such an end.
The minister [not once|never] visited the camp.
It [not once|never] was repaired.
I [not once|never] warned them that this would happen.
They [even did not call|did not even call] an ambulance.
He [even did not look|did not even look] at the letter.
The result was [no|not] obvious.
There was [not|no] evidence against him.
There was [not|no] reason to wait.
There is [not|no] doubt about the result.
The company has [not|no] permission to dig.
He has [not|no] right to vote.
He feared that the affair [does not cost|will cost] jobs.
He was worried that the roof would [not |]fall.
[Any person was not injured|No person was injured] in the crash.
[Any official did not comment|No official commented] on the report.
[Anyone did not come|No one came] to the meeting.
[Anybody could not explain|Nobody could explain] the noise.
[Anything was not found|Nothing was found] in the house.
[Anything did not help|Nothing helped].
[Person|No one] was injured in the accident.
[Person|No one] knows what will happen.
[Nor|Neither] the mayor nor the council answered.
[Or|Either] the mayor or the council answered.
[Nor|Neither] he nor his wife came.
[Not|Neither] the mayor nor the council replied.
[Not|Neither] he nor his lawyer would comment.
Not only he lost his job, [also|but also] his flat.
Not only tired, [also|but also] hungry.
He [wants|does not want] to resign but to stay until May.
It is [about|not about] money, but about respect.
The aim is [to|not to] punish but to educate.
It [must not|need not] necessarily be true.
It did not rain [not |]at all.
They did not say [not |]a word.
The team [not won|did not win] a match.
The marks [not fell|did not fall].
It will [be not|not be] easy to win.
The shop will [be not|not be] able to open.
The plan has been [no|not] approved.
He was [no|not] informed.
Rarely [nobody|anybody] comes here.
He has not slept [never|ever] well.
At the meeting no decision [was not taken|was taken].
According to the police, no suspects [have not been|have been] arrested.
The ministry said that no soldiers [had not been|had been] killed.
The theft went [noticed|unnoticed] for a week.
The crime went [punished|unpunished].
The murder remains [solved|unsolved].
They have been [defeated|unbeaten] at home since October.
He did [even|not even] call his wife.
The mayor did [even|not even] read the letter.
[Neither even|Not even] the coach knew.
They waited [while the rain did not stop|until the rain stopped].
Those who [must not|need not] travel should stay at home.
`.trim().split('\n');

/** Sound English that comes near. */
const RIGHT = `
The ministry had not confirmed any of the reports.
The police would confirm any of the versions if asked.
The court accepted none of their arguments.
Until the parties agree, the airport stays shut.
Neither the harbour nor the station was working.
He denied that any money had been paid.
The tank contained only 300 litres.
The president was nothing but a figurehead.
He did not answer except to smile.
The prosecutors have yet to decide on the charges.
The law passed without any deputy speaking.
There is no connection between the two cases.
Not a single deputy voted for the bill.
Nobody who had not paid was let in.
No one can say that nothing was done.
Nobody said that they would not come.
No one should think that nothing will change.
Nothing in the letter that the police did not publish says so.
There is nothing that he would not do.
There was no reason not to go.
There is no doubt that the bank did not know.
No decision not to prosecute is final.
It is not that nobody cares.
He did not come because nobody had told him.
He did not come, and nobody asked why.
She has never been not guilty of pride.
It is better to say nothing than not to try.
He had no choice but not to answer.
If you do not vote, nobody will.
Nobody knows why he did not answer.
No one knows what did not work.
None of those who did not vote will be fined.
Nothing he did was not planned.
Few people who are not rich can do nothing all day.
There is hardly a family that has not lost someone.
Hardly a day passes without nothing happening.
Not a day goes by without it.
Never say never.
No, he did not say that.
No. He did not.
He never said that he did not know.
He never told anyone why he had not come.
They did not want to do nothing.
He would rather do nothing than not win.
We will not sit and do nothing.
The team did not win, nor did it lose.
He is not nobody.
Not only did he not come, he did not call.
It was not nothing, but it was not much.
The report does not say that no money was paid.
She did not say no.
They do not allow no-shows.
A no vote would not change that.
There is nobody here who cannot swim.
Not all of those who did not reply were ill.
I have no idea why they did not come.
With nothing to lose, they did not stop.
No longer can they not pay.
He did not answer either.
Any of the passengers can ask for a refund.
Anyone who did not come lost the money.
Anybody could see it was not true.
Anyone can not like a film.
Anything that was not nailed down was stolen.
Any company that does not pay will be fined.
Any delay would not be acceptable.
Any increase will not take effect until May.
They want justice, not revenge.
He not only lost his job but also his flat.
He even lost his flat.
The firm does not want more than it has.
He does not eat more than he needs.
They did not buy more bread.
There is not more hope than before.
There was not much time.
There was not a reason to wait.
There is not always time.
There was not one.
He has not the right to vote, and she has not a clue.
You must not pay a bribe.
Visitors must not touch the paintings.
Unless it rains, they will not cancel.
He will play until he is forty.
The shop will be open until the snow melts.
He neither confirmed nor denied the report.
Neither confirmed the report, and both left.
Neither man and nobody else came.
He was afraid that they would not come in time.
They fear that the money will not be enough.
He is worried that the team will not win.
I fear he will not survive.
Fearing that the bridge would not hold, they left.
More than once I warned them.
Not once did he visit us.
Not once has it failed.
Not only tired but also hungry, they went home.
They were tired, not only hungry.
No one of importance came.
The team remained beaten but proud.
They have been beaten in the final.
He did even better than before.
They waited while the others did the shopping.
He did not even call.
The list remained seen by few.
`.trim().split('\n');

describe('lost-negation in sentences of its own', () => {
  it.each(WRONG)('finds: %s', (line) => {
    const text = line.replace(/\[([^|]*)\|[^\]]*\]/, '$1');
    const [found] = lint(text);
    expect(found && `${text.slice(0, found.start)}[${found.actual}|${found.proposals[0]?.text}]${text.slice(found.end)}`).toBe(line);
  });
  it.each(RIGHT)('is silent on: %s', (text) => {
    expect(lint(text)).toEqual([]);
  });
});
