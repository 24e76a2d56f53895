// Learns that the portal has another edition of this page than the one that is open.
const PARTS = /\/resources\/(styles|scripts)\/[^"]+/g;
// In milliseconds.
const OFTEN = 3600000, PATIENCE = 60000;

const parts = text => [...new Set(text.match(PARTS) || [])].sort().join();

/** @param page its address @return asks now and then whether there is a newer one */
export function newer(page) {
  const open = parts(document.documentElement.outerHTML);
  let asked = performance.now(), found = false;
  return async () => {
    if (found || performance.now() - asked < OFTEN) return found;
    asked = performance.now();
    try {
      const answer = await fetch(page, { cache: 'no-store', signal: AbortSignal.timeout(PATIENCE) });
      const there = parts(answer.ok ? await answer.text() : '');
      // A network on which somebody has to sign in answers with a page of its own.
      found = there.includes('/playout.js') && there !== open;
    } catch {
      // There is no line: the next round asks again.
    }
    return found;
  };
}
