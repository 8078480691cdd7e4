/** The page's own backend, on the page's own origin. */
async function ask(path, init) {
  const answer = await fetch(`/page-api${path}`, init);
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}`);
  return answer.json();
}

export const readRelations = (rows) => ask(`/relations${rows ? `?rows=${rows}` : ''}`);
export const readRelation = (code) => ask(`/relations/${code}`);
export const readHistory = (code) => ask(`/relations/${code}/history`);
export const saveRelation = (code, edit) =>
  ask(`/relations/${code}`, {
    method: 'PUT',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(edit),
  });
