// <div data-tilemap> of links with data-col and data-row: one stop of the Tab key, arrow keys
// walk over the country, and [data-readout] beside it says what the tile says.
{
  const STEPS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
  const FAR = 14;

  const tilesOf = (map) => [...map.querySelectorAll("a[data-col]")];
  const at = (tiles, col, row) => tiles.find((tile) => +tile.dataset.col === col && +tile.dataset.row === row);

  const select = (tile) => {
    const map = tile.closest("[data-tilemap]");
    for (const other of tilesOf(map)) other.tabIndex = other === tile ? 0 : -1;
    const readout = map.parentElement.querySelector("[data-readout]");
    readout?.replaceChildren(...[...tile.lastElementChild.childNodes].map((node) => node.cloneNode(true)));
  };

  // Straight on over gaps; where the coast bends, one tile aside.
  const neighbour = (tile, [dx, dy]) => {
    const tiles = tilesOf(tile.closest("[data-tilemap]"));
    let col = +tile.dataset.col;
    let row = +tile.dataset.row;
    for (let step = 0; step < FAR; step++) {
      col += dx;
      row += dy;
      const found = at(tiles, col, row) || at(tiles, col - dy, row - dx) || at(tiles, col + dy, row + dx);
      if (found) return found;
    }
    return null;
  };

  const prepare = (where) => {
    for (const map of where.querySelectorAll("[data-tilemap]")) {
      const tiles = tilesOf(map);
      const first = tiles.find((tile) => tile.hasAttribute("aria-current")) || tiles[0];
      for (const tile of tiles) tile.tabIndex = tile === first ? 0 : -1;
    }
  };

  const hovered = ({ target }) => {
    const tile = target.closest?.("[data-tilemap] a[data-col]");
    if (tile) select(tile);
  };

  prepare(document);
  document.addEventListener("htmx:load", ({ detail: { elt } }) => prepare(elt.parentElement || document));
  document.addEventListener("focusin", hovered);
  document.addEventListener("mouseover", hovered);
  document.addEventListener("keydown", (event) => {
    const step = STEPS[event.key];
    const tile = event.target.closest?.("[data-tilemap] a[data-col]");
    if (!step || !tile) return;
    event.preventDefault();
    neighbour(tile, step)?.focus();
  });
}
