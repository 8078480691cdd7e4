import type { HandWritten } from './compare.ts';
import { dotted, given, line, monthDay, prefixed, spaced } from './facts.ts';

/** In the ways of CRMs, and of the protocols that they answer by. */
export const RELATION_MANAGERS: Readonly<Record<string, HandWritten>> = {
  'Odoo: pairs of key and name, false for nothing': {
    adminpulse: (f) => ({
      id: f.serial,
      ref: f.code,
      name: f.name,
      display_name: `${f.name} (${f.code})`,
      is_company: true,
      vat: prefixed(f.vatNumber) ?? false,
      company_registry: f.number ?? false,
      street: line(f.seat) ?? false,
      street2: false,
      zip: f.seat?.zip ?? false,
      city: f.seat?.city ?? false,
      country_id: [20, 'Belgium'],
      lang: f.language === 'fr' ? 'fr_BE' : 'nl_BE',
      phone: f.phone ?? false,
      mobile: f.mobile ?? false,
      email: f.email ?? false,
      website: f.website ?? false,
      x_legal_form_id: f.legalForm ? [f.serial, f.legalForm.word] : false,
      x_incorporation_date: f.founded ?? false,
      x_fiscal_year_end: monthDay(f.yearEnd) ?? false,
      create_date: `${f.modified} 09:12:44`,
      user_id: [2, 'Mitchell Admin'],
      x_related_ids: f.links.map((code) => ({ ref: code, kind: 'director' })),
    }),
    openthebox: (f) => ({
      result: {
        company_registry: f.number ?? false,
        vat_number: prefixed(f.vatNumber) ?? false,
        name: f.name,
        legal_form_id: f.legalForm ? [14, f.legalForm.word] : false,
        street: line(f.seat) ?? false,
        zip: f.seat?.zip ?? false,
        city: f.seat?.city ?? false,
        phone: f.phone ?? false,
        website: f.website ?? false,
        incorporation_date: f.founded ?? false,
        fiscal_year_end: monthDay(f.yearEnd) ?? false,
      },
    }),
    least: { adminpulse: 8, openthebox: 8 },
  },
  'Salesforce: custom fields end in __c, addresses in Billing and Shipping': {
    adminpulse: (f) => ({
      attributes: { type: 'Account', url: `/services/data/v60.0/sobjects/Account/${f.id}` },
      Id: f.id,
      AccountNumber: f.code,
      Name: f.name,
      Enterprise_Number__c: f.number,
      VAT_Number__c: prefixed(f.vatNumber),
      Legal_Form__c: f.legalForm?.abbreviation ?? null,
      Registered_Street__c: line(f.seat),
      Registered_PostalCode__c: f.seat?.zip ?? null,
      Registered_City__c: f.seat?.city ?? null,
      ShippingStreet: line(f.post),
      ShippingPostalCode: f.post?.zip ?? null,
      ShippingCity: f.post?.city ?? null,
      Phone: f.phone,
      Fax: null,
      Website: f.website,
      Incorporation_Date__c: f.founded,
      Client_Since__c: f.since,
      Fiscal_Year_End__c: monthDay(f.yearEnd),
      OwnerId: '0058d000001abcdAAA',
      CreatedDate: `${f.modified}T08:00:00.000+0000`,
      Account_Links__r: { records: f.links.map((code) => ({ AccountNumber: code, Role__c: 'Director' })) },
    }),
    openthebox: (f) => ({
      Enterprise_Number__c: f.number,
      VAT_Number__c: prefixed(f.vatNumber),
      Name: f.name,
      Legal_Form__c: f.legalForm?.abbreviation ?? null,
      BillingStreet: line(f.seat),
      BillingPostalCode: f.seat?.zip ?? null,
      BillingCity: f.seat?.city ?? null,
      Phone: f.phone,
      Website: f.website,
      Incorporation_Date__c: f.founded,
      Fiscal_Year_End__c: monthDay(f.yearEnd),
    }),
    least: { adminpulse: 10, openthebox: 9 },
  },
  'HubSpot: properties, each an object with a value': {
    adminpulse: (f) => ({
      companyId: f.serial,
      portalId: 8_675_309,
      properties: valued({
        relation_code: f.code,
        name: f.name,
        enterprise_number: f.number,
        vat_number: spaced(f.vatNumber),
        legal_form: f.legalForm?.word ?? null,
        address: f.seat?.street ?? null,
        house_number: f.seat?.number ?? null,
        box: f.seat?.box ?? null,
        zip: f.seat?.zip ?? null,
        city: f.seat?.city ?? null,
        phone: f.phone,
        mobilephone: f.mobile,
        website: f.website,
        founded_date: f.founded,
        client_since: f.since,
        hs_lastmodifieddate: f.modified,
        fiscal_year_end: monthDay(f.yearEnd),
      }),
    }),
    openthebox: (f) => ({
      properties: valued({
        enterprise_number: f.number,
        vat_number: spaced(f.vatNumber),
        name: f.name,
        legal_form: f.legalForm?.word ?? null,
        address: f.seat?.street ?? null,
        house_number: f.seat?.number ?? null,
        box: f.seat?.box ?? null,
        zip: f.seat?.zip ?? null,
        city: f.seat?.city ?? null,
        phone: f.phone,
        website: f.website,
        founded_date: f.founded,
        fiscal_year_end: monthDay(f.yearEnd),
      }),
    }),
    least: { adminpulse: 9, openthebox: 9 },
  },
  'Teamleader: custom fields by their ids, lists by type': {
    adminpulse: (f) => ({
      data: {
        id: f.id,
        name: f.name,
        business_type: f.legalForm ? { id: 'ab12', name: f.legalForm.abbreviation } : null,
        vat_number: prefixed(f.vatNumber),
        national_identification_number: f.number,
        emails: f.email ? [{ type: 'primary', email: f.email }] : [],
        telephones: [
          ...(f.phone ? [{ type: 'phone', number: f.phone }] : []),
          ...(f.mobile ? [{ type: 'mobile', number: f.mobile }] : []),
        ],
        website: f.website,
        addresses: [
          ...(f.seat ? [{ type: 'primary', address: teamleaderAddress(f.seat) }] : []),
          ...(f.post ? [{ type: 'invoicing', address: teamleaderAddress(f.post) }] : []),
        ],
        language: f.language,
        added_at: `${f.modified}T10:00:00+00:00`,
        custom_fields: [
          { definition: { type: 'customFieldDefinition', id: 'bf6765de' }, value: f.code },
          { definition: { type: 'customFieldDefinition', id: '1c9a3f04' }, value: f.founded },
          { definition: { type: 'customFieldDefinition', id: '77e0d2b8' }, value: f.since },
        ],
      },
    }),
    openthebox: (f) => ({
      data: {
        national_identification_number: f.number,
        vat_number: prefixed(f.vatNumber),
        name: f.name,
        business_type: f.legalForm ? { id: 'ab12', name: f.legalForm.abbreviation } : null,
        primary_address: f.seat && teamleaderAddress(f.seat),
        telephones: f.phone ? [{ type: 'phone', number: f.phone }] : [],
        website: f.website,
        incorporated_on: f.founded,
        fiscal_year_end: monthDay(f.yearEnd),
      },
    }),
    least: { adminpulse: 6, openthebox: 8 },
  },
  'JSON:API: attributes, and what is included beside them': {
    adminpulse: (f) => ({
      data: {
        type: 'relations',
        id: f.id,
        attributes: {
          'relation-code': f.code,
          'official-name': f.name,
          'trade-name': f.commercialName,
          'enterprise-number': dotted(f.number),
          'vat-number': spaced(f.vatNumber),
          'legal-form': f.legalForm?.word ?? null,
          'web-site': f.website,
          'phone-number': f.phone,
          'mobile-number': f.mobile,
          'incorporated-on': f.founded,
          'financial-year-end': monthDay(f.yearEnd),
          'updated-at': `${f.modified}T10:11:12Z`,
        },
      },
      included: [
        ...(f.seat ? [{ type: 'registered-offices', id: `${f.serial}1`, attributes: apiAddress(f.seat) }] : []),
        ...(f.post ? [{ type: 'postal-addresses', id: `${f.serial}2`, attributes: apiAddress(f.post) }] : []),
      ],
    }),
    openthebox: (f) => ({
      data: {
        type: 'companies',
        id: f.number,
        attributes: {
          name: f.name,
          'vat-number': spaced(f.vatNumber),
          'legal-form': f.legalForm?.word ?? null,
          'registered-office': f.seat && apiAddress(f.seat),
          'phone-number': f.phone,
          'web-site': f.website,
          'incorporated-on': f.founded,
          'financial-year-end': monthDay(f.yearEnd),
        },
      },
    }),
    least: { adminpulse: 8, openthebox: 9 },
  },
  'Pairs of key and value in a list': {
    adminpulse: (f) => ({
      relation: f.code,
      fields: pairs({
        Name: f.name,
        EnterpriseNumber: f.number,
        VatNumber: prefixed(f.vatNumber),
        LegalForm: f.legalForm?.abbreviation ?? null,
        Address: f.seat && `${line(f.seat)}, ${f.seat.zip} ${f.seat.city}`,
        Phone: f.phone,
        Website: f.website,
        FoundingDate: f.founded,
        ClientSince: f.since,
        FiscalYearEnd: monthDay(f.yearEnd),
      }),
    }),
    openthebox: (f) => ({
      facts: pairs({
        EnterpriseNumber: f.number,
        VatNumber: prefixed(f.vatNumber),
        Name: f.name,
        LegalForm: f.legalForm?.abbreviation ?? null,
        Address: f.seat && `${line(f.seat)}, ${f.seat.zip} ${f.seat.city}`,
        Phone: f.phone,
        Website: f.website,
        FoundingDate: f.founded,
        FiscalYearEnd: monthDay(f.yearEnd),
      }),
    }),
    least: { adminpulse: 6, openthebox: 6 },
  },
  'GraphQL: edges and nodes, enumerations in capitals': {
    adminpulse: (f) => ({
      data: {
        relation: {
          __typename: 'CompanyRelation',
          id: f.id,
          code: f.code,
          legalName: f.name,
          tradeName: f.commercialName,
          legalForm: f.legalForm && { code: f.legalForm.code, label: f.legalForm.word },
          identifiers: { enterpriseNumber: f.number, vatNumber: prefixed(f.vatNumber) },
          registeredOffice: f.seat && { ...graphAddress(f.seat), __typename: 'Address' },
          mailingAddress: f.post && { ...graphAddress(f.post), __typename: 'Address' },
          phone: f.phone && { e164: f.phone, display: f.phone },
          mobile: f.mobile && { e164: f.mobile, display: f.mobile },
          website: f.website,
          foundedOn: f.founded,
          clientSince: f.since,
          fiscalYear: f.yearEnd && { endDay: f.yearEnd.day, endMonth: f.yearEnd.month },
          links: { edges: f.links.map((code) => ({ node: { code } })), totalCount: f.links.length },
        },
      },
    }),
    openthebox: (f) => ({
      data: {
        company: {
          __typename: 'Company',
          enterpriseNumber: f.number,
          vatNumber: prefixed(f.vatNumber),
          legalName: f.name,
          legalForm: f.legalForm && { code: f.legalForm.code, label: f.legalForm.word },
          registeredOffice: f.seat && { ...graphAddress(f.seat), __typename: 'Address' },
          phone: f.phone && { e164: f.phone },
          website: f.website,
          foundedOn: f.founded,
          fiscalYear: f.yearEnd && { endDay: f.yearEnd.day, endMonth: f.yearEnd.month },
        },
      },
    }),
    least: { adminpulse: 8, openthebox: 9 },
  },
  'A French firm: accents in keys, addresses of four lines': {
    adminpulse: (f) =>
      given({
        référence: f.code,
        dénomination: f.name,
        'forme juridique': f.legalForm?.abbreviation,
        "n° d'entreprise": dotted(f.number),
        'n° TVA': spaced(f.vatNumber),
        siège: f.seat && {
          rue: f.seat.street,
          'n°': f.seat.number,
          bte: f.seat.box,
          CP: f.seat.zip,
          localité: f.seat.city,
        },
        courrier: f.post && {
          rue: f.post.street,
          'n°': f.post.number,
          bte: f.post.box,
          CP: f.post.zip,
          localité: f.post.city,
        },
        téléphone: f.phone,
        portable: f.mobile,
        'site web': f.website,
        'date de constitution': f.founded,
        'client depuis': f.since,
        'clôture exercice': monthDay(f.yearEnd),
        'sociétés liées': f.links.map((code) => ({ référence: code })),
      }),
    openthebox: (f) =>
      given({
        "numéro d'entreprise": dotted(f.number),
        'numéro de TVA': spaced(f.vatNumber),
        dénomination: f.name,
        'forme juridique': f.legalForm?.word,
        siège: f.seat && {
          rue: f.seat.street,
          'n°': f.seat.number,
          bte: f.seat.box,
          CP: f.seat.zip,
          localité: f.seat.city,
        },
        téléphone: f.phone,
        'site web': f.website,
        'date de constitution': f.founded,
        'clôture exercice': monthDay(f.yearEnd),
      }),
    least: { adminpulse: 10, openthebox: 9 },
  },
};

type Place = {
  readonly street: string;
  readonly number: string;
  readonly box: string | null;
  readonly zip: string;
  readonly city: string;
};

function teamleaderAddress({ street, number, box, zip, city }: Place) {
  return { line_1: `${street} ${number}${box ? ` bus ${box}` : ''}`, postal_code: zip, city, country: 'BE' };
}

function apiAddress({ street, number, box, zip, city }: Place) {
  return { street, 'house-number': number, 'box-number': box, 'postal-code': zip, municipality: city, country: 'BE' };
}

function graphAddress({ street, number, box, zip, city }: Place) {
  return { streetName: street, houseNumber: number, boxNumber: box, postcode: zip, locality: city };
}

/** Each as `{ value }`, with when it was set. */
function valued(entries: Readonly<Record<string, unknown>>) {
  return Object.fromEntries(
    Object.entries(entries).map(([key, value]) => [key, { value, timestamp: 1_767_225_600_000, source: 'IMPORT' }]),
  );
}

function pairs(entries: Readonly<Record<string, unknown>>) {
  return Object.entries(given(entries)).map(([key, value]) => ({ key, value }));
}
