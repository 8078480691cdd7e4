import type { Agreements } from '../agreement.ts';
import type { Confidence, Service } from '../finding.ts';
import type { Node } from '../tree.ts';
import { sideOf } from './one-side.ts';
import { bestPair, pairsBy, pairsOf } from './pairs.ts';
import type { Decided, Question } from './question.ts';
import { scored } from './scored.ts';

/** Decides all questions together: the clearest first, and a place that was taken has no second meaning. */
export function decideAll(questions: readonly Question[], agreements: Agreements): readonly Decided[] {
  const taken = new Map<Node, Confidence>();
  const decided: Decided[] = [];
  let left = questions;
  const known = new Map<Question, Judged>();
  while (left.length > 0) {
    const judged = left.map((question) => {
      const one = known.get(question) ?? judge(question, agreements, taken);
      known.set(question, one);
      return one;
    });
    const best = judged.toSorted((a, b) => b.margin - a.margin)[0];
    if (!best) break;
    decided.push(best.decided);
    for (const service of ['adminpulse', 'openthebox'] as const) {
      const choice = best.decided[service].choice;
      const nodes = choice?.candidate.nodes ?? [];
      for (const node of nodes) taken.set(node, choice?.confidence ?? 'presumed');
      for (const question of left) {
        if (question[service].some((one) => one.nodes.some((node) => nodes.includes(node)))) known.delete(question);
      }
    }
    left = left.filter(({ meaning }) => meaning !== best.decided.meaning);
  }
  return decided;
}

type Judged = { readonly decided: Decided; readonly margin: number };

function judge(question: Question, agreements: Agreements, taken: ReadonlyMap<Node, Confidence>): Judged {
  const { meaning } = question;
  const free = (service: Service) =>
    question[service]
      .filter(({ nodes }) => !nodes.some((node) => taken.has(node)))
      .map((one) => scored(service, meaning, one));
  // A place whose other meaning is only presumed keeps this one from being certain.
  const contested = (service: Service) =>
    question[service]
      .filter(({ nodes }) => nodes.some((node) => taken.get(node) === 'presumed'))
      .map((one) => scored(service, meaning, one));
  const [ours, theirs] = [free('adminpulse'), free('openthebox')];
  const pairs = pairsOf(ours, theirs, agreements);
  const pair = bestPair(pairs, agreements);
  const context = { pairsOf: pairsBy(pairs), agreements, pair };
  const adminpulse = sideOf('adminpulse', ours, contested('adminpulse'), context);
  const openthebox = sideOf('openthebox', theirs, contested('openthebox'), context);
  return {
    decided: { meaning, adminpulse: adminpulse.answer, openthebox: openthebox.answer },
    margin: Math.max(adminpulse.margin, openthebox.margin),
  };
}
