/** A sign on the map at a pixel position. */
export interface Placed<Item> {
  item: Item;
  x: number;
  y: number;
}

/** Signs so close together that a finger can't tell them apart, with the pixel position of their middle. */
export interface Pile<Item> {
  members: Placed<Item>[];
  x: number;
  y: number;
}

/** Gathers signs nearer than `reach` pixels to the first of a pile. The order of the signs decides who is first. */
export function pileUp<Item>(signs: readonly Placed<Item>[], reach: number): Pile<Item>[] {
  const piles: Pile<Item>[] = [];
  const grid = new Map<string, Pile<Item>[]>();
  for (const sign of signs) {
    const column = Math.floor(sign.x / reach);
    const row = Math.floor(sign.y / reach);
    let home: Pile<Item> | undefined;
    for (let dx = -1; dx <= 1 && !home; dx++) {
      for (let dy = -1; dy <= 1 && !home; dy++) {
        home = grid.get(`${column + dx}:${row + dy}`)?.find((pile) => {
          return Math.hypot(pile.x - sign.x, pile.y - sign.y) < reach;
        });
      }
    }
    if (home) {
      home.members.push(sign);
      continue;
    }
    const pile = { members: [sign], x: sign.x, y: sign.y };
    piles.push(pile);
    const cell = `${column}:${row}`;
    grid.set(cell, [...(grid.get(cell) ?? []), pile]);
  }
  return piles;
}

/** Room between neighbouring signs of a spread pile, in pixels. */
const spreadStep = 46;

/** Pixel offsets that lay `count` signs around their pile: a circle for a few, a spiral for many. */
export function spreadOffsets(count: number): { x: number; y: number }[] {
  if (count <= 8) {
    const radius = Math.max(40, (spreadStep * count) / (2 * Math.PI));
    return Array.from({ length: count }, (_, index) => {
      const angle = (2 * Math.PI * index) / count - Math.PI / 2;
      return { x: radius * Math.cos(angle), y: radius * Math.sin(angle) };
    });
  }
  let angle = 0;
  let radius = 44;
  return Array.from({ length: count }, () => {
    const offset = { x: radius * Math.cos(angle), y: radius * Math.sin(angle) };
    const turn = spreadStep / radius;
    angle += turn;
    radius += (spreadStep * turn) / (2 * Math.PI);
    return offset;
  });
}
