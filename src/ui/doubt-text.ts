import type { Doubt } from '../company/choices.ts';
import type { Service } from '../company/company.ts';
import { SERVICE_NAMES } from '../company/service-names.ts';
import { text } from './texts.ts';

const OTHER: Readonly<Record<Service, Service>> = { adminpulse: 'openthebox', openthebox: 'adminpulse' };

/** Why a place of this service's answers, which was certain or confirmed, is to be confirmed again. */
export function doubtText(service: Service, doubt: Doubt): string {
  switch (doubt.kind) {
    case 'vanished':
      return text('doubtVanished', SERVICE_NAMES[service], doubt.of);
    case 'differs':
      return text('doubtDiffers', SERVICE_NAMES[OTHER[service]], doubt.of);
    case 'moved':
      return text('doubtMoved', SERVICE_NAMES[service]);
  }
}
