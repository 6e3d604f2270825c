/** All array buffers in a value made of plain objects and arrays: what a message between threads can move, not copy. */
export function transferablesIn(value: unknown): ArrayBuffer[] {
  const buffers = new Set<ArrayBuffer>();
  collect(value, buffers);
  return [...buffers];
}

function collect(value: unknown, buffers: Set<ArrayBuffer>): void {
  if (value instanceof ArrayBuffer) buffers.add(value);
  else if (ArrayBuffer.isView(value)) collect(value.buffer, buffers);
  else if (Array.isArray(value)) {
    // Lists of numbers and words hold no buffers; a look at the first entry spares a walk over all of them.
    if (typeof value[0] === 'object') for (const entry of value) collect(entry, buffers);
  } else if (typeof value === 'object' && value !== null) {
    for (const entry of Object.values(value)) collect(entry, buffers);
  }
}
