import { type AccountCatalogue } from './account-catalogue';

/** A stretch of time in words: minutes and seconds, from a quarter of an hour on minutes alone. */
export function waitText(seconds: number, texts: AccountCatalogue): string {
  if (seconds < 60) return texts.seconds(seconds);
  const minutes = Math.floor(seconds / 60);
  const rest = seconds % 60;
  return minutes >= 15 || rest === 0 ? texts.minutes(minutes) : `${texts.minutes(minutes)} ${texts.seconds(rest)}`;
}
