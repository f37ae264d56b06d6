/** What ACLED and UCDP call a country and where they put it. */
export interface ConflictCountry {
  /** As ACLED writes it. */
  readonly acledName: string
  readonly acledRegion: string
  /** As UCDP writes it, former names of the state in brackets. */
  readonly ucdpName: string
  /** Gleditsch and Ward's number of the state; null for what is no state of theirs. */
  readonly gleditschWard: number | null
  /** Of the state's number, as in the UCDP/PRIO codebook; null where there is none. */
  readonly ucdpRegion: UcdpRegion | null
}

export type UcdpRegion = 'Americas' | 'Europe' | 'Africa' | 'Middle East' | 'Asia'

/** Alpha-2, Gleditsch and Ward's number (`-` where none), ACLED's name, UCDP's where it differs after `=`. */
const byRegion: Readonly<Record<string, string>> = {
  'Western Africa': `BJ 434 Benin, BF 439 Burkina Faso, CI 437 Ivory Coast, CV 402 Cape Verde, GH 452 Ghana,
    GM 420 Gambia, GN 438 Guinea, GW 404 Guinea-Bissau, LR 450 Liberia, ML 432 Mali, MR 435 Mauritania,
    NE 436 Niger, NG 475 Nigeria, SH - Saint Helena Ascension and Tristan da Cunha, SL 451 Sierra Leone,
    SN 433 Senegal, TG 461 Togo`,
  'Middle Africa': `AO 540 Angola, CD 490 Democratic Republic of Congo = DR Congo (Zaire),
    CF 482 Central African Republic, CG 484 Republic of Congo = Congo, CM 471 Cameroon,
    GA 481 Gabon, GQ 411 Equatorial Guinea, ST 403 Sao Tome and Principe, TD 483 Chad`,
  'Eastern Africa': `BI 516 Burundi, DJ 522 Djibouti, ER 531 Eritrea, ET 530 Ethiopia, KE 501 Kenya, KM 581 Comoros,
    MG 580 Madagascar = Madagascar (Malagasy), MU 590 Mauritius, MW 553 Malawi, MZ 541 Mozambique, RE - Reunion,
    RW 517 Rwanda, SC 591 Seychelles, SO 520 Somalia, SS 626 South Sudan, TZ 510 Tanzania, UG 500 Uganda,
    YT - Mayotte`,
  'Southern Africa': `BW 571 Botswana, LS 570 Lesotho, NA 565 Namibia,
    SZ 572 eSwatini = Kingdom of eSwatini (Swaziland), ZA 560 South Africa, ZM 551 Zambia,
    ZW 552 Zimbabwe = Zimbabwe (Rhodesia)`,
  'Northern Africa': `DZ 615 Algeria, EG 651 Egypt, LY 620 Libya, MA 600 Morocco, SD 625 Sudan, TN 616 Tunisia`,
  'South Asia': `BD 771 Bangladesh, BT 760 Bhutan, IN 750 India, LK 780 Sri Lanka = Sri Lanka (Ceylon),
    MV 781 Maldives, NP 790 Nepal, PK 770 Pakistan`,
  'Southeast Asia': `BN 835 Brunei, ID 850 Indonesia, KH 811 Cambodia = Cambodia (Kampuchea), LA 812 Laos,
    MM 775 Myanmar = Myanmar (Burma), MY 820 Malaysia, PH 840 Philippines, SG 830 Singapore, TH 800 Thailand,
    TL 860 East Timor, VN 816 Vietnam = Vietnam (North Vietnam)`,
  'East Asia': `CN 710 China, HK - Hong Kong, JP 740 Japan, KP 731 North Korea, KR 732 South Korea, MN 712 Mongolia,
    MO - Macau, TW 713 Taiwan`,
  'Middle East': `AE 696 United Arab Emirates, BH 692 Bahrain, IL 666 Israel, IQ 645 Iraq, IR 630 Iran, JO 663 Jordan,
    KW 690 Kuwait, LB 660 Lebanon, OM 698 Oman, PS - Palestine, QA 694 Qatar, SA 670 Saudi Arabia, SY 652 Syria,
    TR 640 Turkey, YE 678 Yemen = Yemen (North Yemen)`,
  'Caucasus and Central Asia': `AF 700 Afghanistan, AM 371 Armenia, AZ 373 Azerbaijan, GE 372 Georgia,
    KG 703 Kyrgyzstan, KZ 705 Kazakhstan, TJ 702 Tajikistan, TM 701 Turkmenistan, UZ 704 Uzbekistan`,
  Europe: `AD - Andorra, AL 339 Albania, AT 305 Austria, BA 346 Bosnia and Herzegovina = Bosnia-Herzegovina,
    BE 211 Belgium, BG 355 Bulgaria, BY 370 Belarus, CH 225 Switzerland, CY 352 Cyprus, CZ 316 Czech Republic,
    DE 260 Germany, DK 390 Denmark, EE 366 Estonia, ES 230 Spain, FI 375 Finland, FO - Faroe Islands, FR 220 France,
    GB 200 United Kingdom, GG - Bailiwick of Guernsey, GI - Gibraltar, GR 350 Greece, HR 344 Croatia, HU 310 Hungary,
    IE 205 Ireland, IM - Isle of Man, IS 395 Iceland, IT 325 Italy, JE - Bailiwick of Jersey, LI - Liechtenstein,
    LT 368 Lithuania, LU 212 Luxembourg, LV 367 Latvia, MC - Monaco, MD 359 Moldova, ME 341 Montenegro, MT 338 Malta,
    MK 343 North Macedonia, NL 210 Netherlands, NO 385 Norway, PL 290 Poland, PT 235 Portugal, RO 360 Romania,
    RS 340 Serbia = Serbia (Yugoslavia), RU 365 Russia = Russia (Soviet Union), SE 380 Sweden, SI 349 Slovenia,
    SK 317 Slovakia, SM - San Marino, UA 369 Ukraine, VA - Vatican City, XK 347 Kosovo`,
  'Central America': `BZ 80 Belize, CR 94 Costa Rica, GT 90 Guatemala, HN 91 Honduras, MX 70 Mexico, NI 93 Nicaragua,
    PA 95 Panama, SV 92 El Salvador`,
  'South America': `AR 160 Argentina, BO 145 Bolivia, BR 140 Brazil, CL 155 Chile, CO 100 Colombia, EC 130 Ecuador,
    FK - Falkland Islands, GF - French Guiana, GY 110 Guyana, PE 135 Peru, PY 150 Paraguay, SR 115 Suriname,
    UY 165 Uruguay, VE 101 Venezuela`,
  Caribbean: `AG - Antigua and Barbuda, AI - Anguilla, AW - Aruba, BB 53 Barbados, BL - Saint-Barthelemy, BS 31 Bahamas,
    CU 40 Cuba, CW - Curacao, DM - Dominica, DO 42 Dominican Republic, GD - Grenada, GP - Guadeloupe, HT 41 Haiti,
    JM 51 Jamaica, KN - Saint Kitts and Nevis, KY - Cayman Islands, LC - Saint Lucia, MF - Saint-Martin,
    MQ - Martinique, MS - Montserrat, PR - Puerto Rico, SX - Sint Maarten, TC - Turks and Caicos Islands,
    TT 52 Trinidad and Tobago, VC - Saint Vincent and the Grenadines, VG - British Virgin Islands,
    VI - Virgin Islands U.S.`,
  'North America': `BM - Bermuda, CA 20 Canada, GL - Greenland, PM - Saint Pierre and Miquelon,
    US 2 United States = United States of America`,
  Oceania: `AS - American Samoa, AU 900 Australia, CK - Cook Islands, FJ 950 Fiji, FM - Micronesia, GU - Guam,
    KI - Kiribati, MH - Marshall Islands, MP - Northern Mariana Islands, NC - New Caledonia, NR - Nauru, NU - Niue,
    NZ 920 New Zealand, PF - French Polynesia, PG 910 Papua New Guinea, PW - Palau,
    SB 940 Solomon Islands, TO - Tonga, TV - Tuvalu, VU - Vanuatu, WF - Wallis and Futuna, WS - Samoa`,
}

/** The numbers of the states of a region begin so (UCDP/PRIO Armed Conflict codebook, `region`). */
const ucdpRegions: readonly (readonly [below: number, region: UcdpRegion])[] = [
  [200, 'Americas'],
  [400, 'Europe'],
  [630, 'Africa'],
  [700, 'Middle East'],
  [1000, 'Asia'],
]

const countries: ReadonlyMap<string, ConflictCountry> = new Map(
  Object.entries(byRegion).flatMap(([acledRegion, rows]) =>
    rows.split(',').map(row => {
      const [alpha2 = '', number = '', ...words] = row.trim().split(' ')
      const [acledName = '', ucdpName = acledName] = words.join(' ').split(' = ')
      const gleditschWard = number === '-' ? null : Number(number)
      const ucdpRegion =
        ucdpRegions.find(([below]) => gleditschWard !== null && gleditschWard < below)?.[1] ?? null
      return [alpha2, { acledName, acledRegion, ucdpName, gleditschWard, ucdpRegion }] as const
    }),
  ),
)

/** What ACLED and UCDP make of a country by its alpha-2 code, or null where neither has it here. */
export const conflictCountry = (alpha2: string): ConflictCountry | null => countries.get(alpha2) ?? null

/** All regions of ACLED. */
export const acledRegions: readonly string[] = Object.keys(byRegion)

const numbers: ReadonlyMap<string, number | null> = new Map(
  [...countries.values()].flatMap(({ acledName, ucdpName, gleditschWard }) => [
    [acledName, gleditschWard] as const,
    [ucdpName, gleditschWard] as const,
    [ucdpName.replace(/ \(.*\)$/, ''), gleditschWard] as const,
  ]),
)

/** Gleditsch and Ward's number of the state that goes by exactly this name, or null. */
export const stateNumberOf = (name: string): number | null => numbers.get(name) ?? null

const byName: ReadonlyMap<string, string> = new Map(
  [...countries].flatMap(([alpha2, { acledName, ucdpName }]) => [
    [acledName.toLowerCase(), alpha2] as const,
    [ucdpName.toLowerCase(), alpha2] as const,
  ]),
)

/** The alpha-2 code of the country that ACLED or UCDP call so (case aside), or null. */
export const conflictCountryNamed = (name: string): string | null => byName.get(name.toLowerCase()) ?? null
