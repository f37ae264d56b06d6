import type { plotsEn } from './plots-en.js'

export const plotsFr: Readonly<Record<keyof typeof plotsEn, string>> = {
  'plot.earlier': 'Plus tôt',
  'plot.later': 'Plus tard',
  'plot.in': 'Agrandir',
  'plot.out': 'Réduire',
  'plot.all': 'Tout montrer',
  'plot.more': 'Afficher la suite (encore {count})',
  'plot.close': 'Fermer',
  'plot.asList': 'En liste',
  'plot.tooMany':
    'Il y a plus d’événements que l’on n’en peut dessiner : voici les {count} premiers. Resserrez le filtre pour voir les autres.',
  'plot.place': 'Lieu',
  'plot.precision': 'Précision',
  'plot.events': 'Événements',
  'plot.first': 'Premier jour',
  'plot.last': 'Dernier jour',
  'plot.from': 'Qui',
  'plot.to': 'À qui',
  'plot.kinds': 'Genres',
  'unit.day': 'jour',
  'unit.week': 'semaine',
  'unit.month': 'mois',
  'unit.quarter': 'trimestre',
  'unit.year': 'année',
  'unit.decade': 'décennie',
  'unit.century': 'siècle',
  'timeline.plot':
    'Chronologie : les flèches déplacent, plus et moins agrandissent ou réduisent, 0 montre tout',
  'timeline.none': 'Aucun jour n’est dit pour ces événements.',
  'timeline.bars':
    'one: Chronologie avec une barre pour {count} événement | other: Chronologie avec des barres pour {count} événements',
  'timeline.bins':
    'one: Chronologie de {count} événement, compté par {unit} | other: Chronologie de {count} événements, comptés par {unit}',
  'timeline.most': 'jusqu’à {most} par {unit}',
  'timeline.within': 'one: {count} événement dans ces jours | other: {count} événements dans ces jours',
  'timeline.spread': '{number} de plus en répartissant ceux qui ont pu avoir lieu d’autres jours',
  'timeline.seen': 'À l’écran : du {from} au {to}',
  'timeline.chosen': 'Période choisie',
  'timeline.first': 'Premier jour',
  'timeline.last': 'Dernier jour',
  'timeline.anyTime': 'Toute période',
  'timeline.legend':
    'Chaque barre va du premier au dernier jour que les mots permettent. Un bout estompé n’est dit que par un mois, une année ou environ ; un bout qui se perd n’est pas dit. Barres creuses : contesté, attendu ou nié. Au-delà de 2 000 événements à l’écran, ils sont comptés : en plein ceux dont tous les jours sont dans une colonne, en pâle ceux qui sont répartis également sur les jours possibles.',
  'timeline.open':
    'one: {count} événement dont une fin n’est pas dite : il n’est dans aucune colonne. | other: {count} événements dont une fin n’est pas dite : ils ne sont dans aucune colonne.',
  'timeline.part':
    'Les barres pâles sont hors de la période choisie. Les événements sans jour n’entrent dans aucune période et sont laissés de côté.',
  'timeline.keys':
    'Glissez pour déplacer ; glissez sur les dates, ou avec Maj, pour choisir une période ; Ctrl et la molette, ou deux doigts, pour agrandir. Les flèches, plus, moins et 0 font de même.',
  'timeline.undated':
    'one: {count} événement dont aucun jour n’est dit | other: {count} événements dont aucun jour n’est dit',
  'timeline.inView': 'Événements à l’écran',
  'map.plot': 'Carte : les flèches déplacent, plus et moins agrandissent ou réduisent, 0 montre tout',
  'map.label': 'one: Carte avec {count} événement | other: Carte avec {count} événements',
  'map.west': 'Vers l’ouest',
  'map.east': 'Vers l’est',
  'map.north': 'Vers le nord',
  'map.south': 'Vers le sud',
  'map.mark': 'Tracer un cadre',
  'map.onlyView': 'Seulement ce qui est à l’écran',
  'map.anywhere': 'Partout',
  'map.box': 'Cadre {west} – {east}, {south} – {north}',
  'map.box.help': 'Un événement dit seulement d’un pays, ou sans coordonnées, n’est dans aucun cadre.',
  'map.box.remove': 'Ôter le cadre',
  'map.inView': 'À l’écran',
  'map.placesInView': 'one: {count} lieu, {events} | other: {count} lieux, {events}',
  'map.notOnMap': 'Hors de la carte',
  'map.listed':
    'one: {count} événement en un lieu sans coordonnées | other: {count} événements en des lieux sans coordonnées',
  'map.untold':
    'one: {count} événement dont aucun lieu n’est dit | other: {count} événements dont aucun lieu n’est dit',
  'map.within': '{level}, à {radius} km près',
  'map.counts':
    'Sur la carte : {located} en des lieux avec coordonnées, {countries} dits seulement d’un pays. À côté seulement : {unlocated}.',
  'map.legend':
    'Un disque montre jusqu’où autour de ses coordonnées un lieu peut s’entendre, jamais un point : site {site} km, ville {town} km, district {district} km, province {province} km, région ou eaux {region} km ; jamais plus petit que visible. Un pays hachuré a des événements dits seulement du pays ; le nombre dit combien.',
  'map.cells':
    'Plus de 500 lieux sont à l’écran : chaque carré porte le nombre d’événements en ses lieux. Agrandissez pour voir les lieux.',
  'map.keys':
    'Glissez pour déplacer ; Ctrl et la molette, ou deux doigts, pour agrandir ; Maj et glisser pour tracer un cadre. Un clic sur un lieu filtre par son nom.',
  'map.borders.natural-earth':
    'Frontières : Natural Earth 4.1 (world-atlas 2.0.2), qui dessine qui tient un lieu de fait, qui que ce soit qui le revendique. Herodotus ne prend pas parti ; herodotus desk --borders FICHIER en dessine d’autres.',
  'map.borders.own': 'Frontières : du fichier avec lequel ce bureau a été ouvert.',
  'map.borders.unreadable': 'Les frontières sont illisibles : les lieux sont dessinés sans elles.',
  'level.site': 'site',
  'level.town': 'ville',
  'level.district': 'district',
  'level.province': 'province',
  'level.region': 'région',
  'level.country': 'pays',
  'level.water': 'eaux',
  'network.none': 'Aucun acteur n’est dit pour ces événements.',
  'network.label':
    'one: Réseau de {count} lien ; le tableau ci-dessous dit la même chose | other: Réseau de {count} liens ; le tableau ci-dessous dit la même chose',
  'network.counts':
    '{actors} acteurs. Une flèche va de qui agit à qui subit ; sa largeur suit le nombre d’événements.',
  'network.without':
    'one: Pour {count} événement, ni l’un ni l’autre n’est dit. | other: Pour {count} événements, ni l’un ni l’autre n’est dit.',
  'network.shown':
    'Sont dessinés {actors} acteurs dits avec quelqu’un de l’autre côté, ceux du plus grand nombre d’événements, et les {ties} liens qui en comptent le plus ; le tableau les a tous.',
  'network.table': 'Qui à qui',
  'network.words': 'Noms ou genres',
  'network.rows': 'one: {count} paire | other: {count} paires',
  'network.untold': 'non dit',
  'network.only': 'Seulement les événements avec {name}',
  'network.choose':
    'one: {from} à {to} : montrer {count} événement | other: {from} à {to} : montrer {count} événements',
  'family.violence': 'violence',
  'family.control': 'contrôle',
  'family.movement': 'mouvement',
  'family.politics': 'politique',
  'family.speech': 'parole',
}
