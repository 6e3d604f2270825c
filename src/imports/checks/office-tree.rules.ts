import { Misfit } from '../../shared/columns';

interface Node {
  readonly code: string;
  readonly parentCode: string | null;
}

/** The offices that cannot stand in a tree, by code: their parent is missing, stands in a circle, or is at fault itself. */
export function parentFaults(offices: readonly Node[]): ReadonlyMap<string, Misfit> {
  const parents = new Map(offices.map(({ code, parentCode }) => [code, parentCode]));
  const faults = new Map<string, Misfit>();
  const sound = new Set<string>();
  for (const { code } of offices) {
    const path: string[] = [];
    const onPath = new Set<string>();
    let at: string | null = code;
    while (at !== null && parents.has(at) && !sound.has(at) && !faults.has(at) && !onPath.has(at)) {
      path.push(at);
      onPath.add(at);
      at = parents.get(at) ?? null;
    }
    judge(path, at, parents, faults, sound);
  }
  return faults;
}

/** `end` is where the walk up from `path` stopped: the top, an unknown code, a judged office, or one of the path again. */
function judge(
  path: readonly string[],
  end: string | null,
  parents: ReadonlyMap<string, string | null>,
  faults: Map<string, Misfit>,
  sound: Set<string>,
): void {
  if (end === null || sound.has(end)) {
    for (const code of path) sound.add(code);
    return;
  }
  const circleStart = path.indexOf(end);
  const circle = circleStart < 0 ? [] : path.slice(circleStart);
  for (const code of path) {
    if (circle.includes(code)) faults.set(code, inCircle([...circle, end]));
    else faults.set(code, parents.has(parents.get(code) ?? '') ? belowFault(end) : unknownParent());
  }
}

function inCircle(circle: readonly string[]): Misfit {
  const shown = circle.join(' → ');
  return new Misfit(
    'OFFICE_CYCLE',
    {
      en: `the offices stand above each other in a circle: ${shown}`,
      vi: `các cơ quan tạo thành vòng cấp trên: ${shown}`,
    },
    { en: 'Correct the parent of one of them.', vi: 'Sửa cấp trên của một cơ quan trong vòng.' },
  );
}

function unknownParent(): Misfit {
  return new Misfit(
    'PARENT_UNKNOWN',
    { en: 'names no office of the list', vi: 'không phải mã của cơ quan nào trong danh sách' },
    { en: 'Add the office above or correct the code.', vi: 'Bổ sung cơ quan cấp trên hoặc sửa mã.' },
  );
}

function belowFault(end: string): Misfit {
  return new Misfit(
    'PARENT_AT_FAULT',
    { en: `an office above this one is at fault (see ${end})`, vi: `một cơ quan cấp trên bị lỗi (xem ${end})` },
    { en: 'Mend the office above first.', vi: 'Sửa cơ quan cấp trên trước.' },
  );
}
