// Where the words chosen on the page stand in the opinion's text, counted as the server counts: in characters of
// Unicode, the labels of calls and pages left out.

const LABELS = ".call, .page-number";

function before(part, node, offset) {
  const walker = document.createTreeWalker(part, NodeFilter.SHOW_TEXT, (one) =>
    (one.parentElement.closest(LABELS) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT));
  let count = 0;
  const range = document.createRange();
  for (let one = walker.nextNode(); one; one = walker.nextNode()) {
    if (one === node) return count + [...one.data.slice(0, offset)].length;
    range.selectNode(one);
    if (range.comparePoint(node, offset) <= 0) return count;
    count += [...one.data].length;
  }
  return count;
}

function placeOf(node, offset, block) {
  const parts = [...block.querySelectorAll("[data-start]")];
  const element = node.nodeType === Node.TEXT_NODE ? node.parentElement : node;
  const part = element.closest("[data-start]") ?? parts.find((one) => one.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_PRECEDING);
  if (!part || !block.contains(part)) return null;
  return Number(part.dataset.start) + before(part, node, offset);
}

/** The chosen words of a block as {start, end}; null where nothing is chosen, or not in it alone. */
export function chosenIn(block) {
  const selection = getSelection();
  if (selection.isCollapsed || !selection.rangeCount) return null;
  const range = selection.getRangeAt(0);
  if (!block.contains(range.startContainer) || !block.contains(range.endContainer)) return null;
  const start = placeOf(range.startContainer, range.startOffset, block);
  const end = placeOf(range.endContainer, range.endOffset, block);
  return start === null || end === null || end <= start ? null : { start, end };
}
