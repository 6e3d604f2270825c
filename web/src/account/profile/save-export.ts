import { ApiFailure, failureOf, type GraphQLFault } from '../../api/failure';

/** The forms in which one's own data can be had. */
export type ExportForm = 'json' | 'pdf';

async function fetchExport(form: ExportForm): Promise<Response> {
  try {
    return await fetch(`/account/export.${form}`, {
      headers: { 'x-csrf-protection': '1' },
      credentials: 'same-origin',
      cache: 'no-store',
    });
  } catch {
    throw new ApiFailure(navigator.onLine ? 'unreachable' : 'offline');
  }
}

async function failureIn(response: Response): Promise<ApiFailure> {
  const seconds = Number(response.headers.get('retry-after') ?? Number.NaN);
  if (response.status === 429) return new ApiFailure('busy', null, null, Number.isFinite(seconds) ? seconds : null);
  try {
    const { errors } = (await response.json()) as { errors?: GraphQLFault[] };
    return failureOf(errors ?? [], response.status);
  } catch {
    return failureOf([], response.status);
  }
}

/**
 * Fetches everything on record about the person and hands it to the browser as a file to save, under a name that says
 * nothing of the person. Throws ApiFailure.
 */
export async function saveExport(form: ExportForm): Promise<void> {
  const response = await fetchExport(form);
  if (!response.ok) throw await failureIn(response);
  const address = URL.createObjectURL(await response.blob());
  const link = document.createElement('a');
  link.href = address;
  link.download = `du-lieu-bhxh.${form}`;
  link.click();
  // The browser has taken the file over by then; until it is let go, it stays in memory.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
