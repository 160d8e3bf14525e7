import type { Locale } from '#kernel/context.ts';
import type { CheckBody } from '#modules/checks/check.contract.ts';
import type { FormValues } from '#web/public/index.ts';
import { EXAMPLES } from './examples.ts';

export { seedSample, type SampleModules } from './seed.ts';

/** The guided list of the start page in sample mode. */
export function examplesFor(locale: Locale, openId: string): { id: string; title: string; isOpen: boolean }[] {
  return EXAMPLES.map(({ id, title }) => ({ id, title: title[locale], isOpen: id === openId }));
}

/** The form as somebody would have filled it in for an example; empty for none. */
export function exampleValues(id: string): FormValues {
  const request = EXAMPLES.find((e) => e.id === id)?.request ?? {};
  return { text: boxOf(request), official: request.claimedOfficial ?? '', platform: platformOf(request), channel: request.channel?.value ?? '', holder: request.holderName ?? '' };
}

/** One box takes anything: what the API has fields for is simply typed. */
function boxOf({ text, link, phone, qr, account }: CheckBody): string {
  return text ?? link ?? phone ?? qr ?? (account ? `${account.number} ${account.bank ?? ''}`.trim() : '');
}

function platformOf({ channel }: CheckBody): string {
  if (!channel) return '';
  return channel.platform ?? (channel.value?.includes('@') ? 'email' : 'phone');
}
