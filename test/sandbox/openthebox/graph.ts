import { vatOf } from './answers.ts';
import type { Company, Mandate, Register } from './model.ts';

type Element = { group: 'nodes' | 'edges'; data: Record<string, unknown> };
type Edge = { from: string; to: string; type: string; mandate: Mandate };

/**
 * The neighbourhood of a company or person at one hop, in Cytoscape's form: `group`, `data.caption` and `data.pid` seen
 * in code (C), edge types in a screenshot (D), all other keys inferred (I). `focus` is `BE…` or a person's id.
 */
export function neighbourhood(focus: string, register: Register): Element[] | undefined {
  const edges = allEdges(register).filter(({ from, to }) => from === focus || to === focus);
  const ids = [...new Set([focus, ...edges.flatMap(({ from, to }) => [from, to])])];
  const nodes = ids.flatMap((id, index) => nodeOf(id, `n${index + 1}`, register));
  if (nodes.length === 0) return undefined;
  return [...nodes, ...edges.map((edge, index) => edgeElement(edge, `e${index + 1}`, ids))];
}

function allEdges({ companies }: Register): Edge[] {
  return [...companies.values()].flatMap((company) => [...directorEdges(company), ...shareholderEdges(company)]);
}

function directorEdges({ number, directors }: Company): Edge[] {
  const to = vatOf(number);
  return directors.flatMap((mandate): Edge[] => {
    const from = idOf(mandate);
    if (!mandate.via) return [{ from, to, type: 'ADMINISTERS', mandate }];
    return [
      { from: vatOf(mandate.via), to, type: 'ADMINISTERS', mandate },
      { from, to, type: 'ADMINISTERS VIA', mandate },
    ];
  });
}

function shareholderEdges({ number, shareholders }: Company): Edge[] {
  return shareholders.map((mandate) => ({ from: idOf(mandate), to: vatOf(number), type: 'PARTICIPATES IN', mandate }));
}

function idOf({ holder }: Mandate): string {
  return 'person' in holder ? String(holder.person) : vatOf(holder.company);
}

function nodeOf(id: string, node: string, { companies, people }: Register): Element[] {
  const person = people.find(({ pid }) => String(pid) === id);
  if (person) {
    const { pid, firstName, lastName } = person;
    return [{ group: 'nodes', data: { id: node, type: 'Person', pid, caption: `${firstName} ${lastName}` } }];
  }
  const company = companies.get(id.slice(2));
  if (!company) return [];
  const caption = company.nameNl ?? company.nameFr ?? id;
  return [{ group: 'nodes', data: { id: node, type: 'Company', vat: id, caption } }];
}

function edgeElement({ from, to, type, mandate }: Edge, id: string, ids: readonly string[]): Element {
  const { since, until, share } = mandate;
  return {
    group: 'edges',
    data: {
      id,
      source: `n${ids.indexOf(from) + 1}`,
      target: `n${ids.indexOf(to) + 1}`,
      type,
      historic: until !== undefined,
      ...(since && { startDate: since }),
      ...(until && { endDate: until }),
      ...(share !== undefined && { percentage: share }),
    },
  };
}
