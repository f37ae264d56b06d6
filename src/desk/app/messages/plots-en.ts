export const plotsEn = {
  'plot.earlier': 'Earlier',
  'plot.later': 'Later',
  'plot.in': 'Zoom in',
  'plot.out': 'Zoom out',
  'plot.all': 'Show all',
  'plot.more': 'Show more ({count} left)',
  'plot.close': 'Close',
  'plot.asList': 'As a list',
  'plot.tooMany':
    'More events fit than can be drawn at once: these are the first {count}. Narrow the filter to see the others.',
  'plot.place': 'Place',
  'plot.precision': 'How precisely',
  'plot.events': 'Events',
  'plot.first': 'First day',
  'plot.last': 'Last day',
  'plot.from': 'Who',
  'plot.to': 'To whom',
  'plot.kinds': 'Kinds',
  'unit.day': 'day',
  'unit.week': 'week',
  'unit.month': 'month',
  'unit.quarter': 'quarter',
  'unit.year': 'year',
  'unit.decade': 'decade',
  'unit.century': 'century',
  'timeline.plot': 'Timeline: arrow keys move, plus and minus zoom, 0 shows all',
  'timeline.none': 'No day is told of any of these events.',
  'timeline.bars':
    'one: Timeline with a bar for {count} event | other: Timeline with bars for {count} events',
  'timeline.bins':
    'one: Timeline with {count} event counted by {unit} | other: Timeline with {count} events counted by {unit}',
  'timeline.most': 'up to {most} a {unit}',
  'timeline.within': 'one: {count} event in these days | other: {count} events in these days',
  'timeline.spread': '{number} more by sharing out events that may have been on other days',
  'timeline.seen': 'In view: {from} to {to}',
  'timeline.chosen': 'Chosen stretch of time',
  'timeline.first': 'First day',
  'timeline.last': 'Last day',
  'timeline.anyTime': 'Any time',
  'timeline.legend':
    'Each bar runs from the first to the last day that the words allow. An end that fades was told only as a month, a year or about; one that fades into the open was not told. Hollow bars: disputed, expected or denied. Above 2,000 events in view they are counted: solid for those whose days all lie in one column, pale for those shared out evenly over the days they may have been on.',
  'timeline.open':
    'one: {count} event has an end that is not told: it is in no column. | other: {count} events have an end that is not told: they are in no column.',
  'timeline.part':
    'Pale bars lie outside the chosen time. Events without a day fit no stretch of time and are left aside.',
  'timeline.keys':
    'Drag to move; drag on the dates, or with Shift, to choose a stretch of time; Ctrl and the wheel, or two fingers, to zoom. Arrow keys, plus, minus and 0 do the same on the timeline.',
  'timeline.undated':
    'one: {count} event of which no day is told | other: {count} events of which no day is told',
  'timeline.inView': 'Events in view',
  'map.plot': 'Map: arrow keys move, plus and minus zoom, 0 shows all',
  'map.label': 'one: Map with {count} event | other: Map with {count} events',
  'map.mark': 'Mark a box',
  'map.onlyView': 'Only what is in view',
  'map.anywhere': 'Anywhere',
  'map.box':
    'Only within {west} to {east}, {south} to {north}. Events told only of a country, or without coordinates, are left aside, and the list of events does not know the box.',
  'map.inView': 'In this view',
  'map.placesInView': 'one: {count} place, {events} | other: {count} places, {events}',
  'map.notOnMap': 'Not on the map',
  'map.listed':
    'one: {count} event at a place without coordinates | other: {count} events at places without coordinates',
  'map.untold':
    'one: {count} event of which no place is told | other: {count} events of which no place is told',
  'map.within': '{level}, within {radius} km',
  'map.counts':
    'On the map: {located} at places with coordinates, {countries} told only of a country. Beside it alone: {unlocated}.',
  'map.legend':
    'A disc is how far around its coordinates a place may be meant, not a point: site {site} km, town {town} km, district {district} km, province {province} km, region or water {region} km; never smaller than can be seen. A hatched country has events told only of the country; the number says how many.',
  'map.cells':
    'More than 500 places are in view: each square has the number of events at places within it. Zoom in for the places.',
  'map.keys':
    'Drag to move; Ctrl and the wheel, or two fingers, to zoom; Shift and drag to mark a box. A click on a place filters by its name.',
  'map.borders.natural-earth':
    'Borders: Natural Earth 4.1 (world-atlas 2.0.2), which draws who holds a place in fact, whoever claims it. Herodotus takes no side by them; herodotus desk --borders FILE draws others.',
  'map.borders.own': 'Borders: from the file that this desk was opened with.',
  'map.borders.unreadable': 'The borders cannot be read: the places are drawn without them.',
  'level.site': 'site',
  'level.town': 'town',
  'level.district': 'district',
  'level.province': 'province',
  'level.region': 'region',
  'level.country': 'country',
  'level.water': 'water',
  'network.none': 'No actor is told of any of these events.',
  'network.label':
    'one: Network with {count} tie; the table below has the same | other: Network with {count} ties; the table below has the same',
  'network.counts':
    '{actors} actors. An arrow goes from who acts to who is acted on; the more events, the wider it is.',
  'network.without':
    'one: Of {count} event neither side is told. | other: Of {count} events neither side is told.',
  'network.shown': 'Drawn are the {actors} in most events and the {ties} ties with most; the table has all.',
  'network.table': 'Who to whom',
  'network.words': 'Names or kinds',
  'network.rows': 'one: {count} pair | other: {count} pairs',
  'network.untold': 'not told',
  'network.only': 'Only events with {name}',
  'network.choose': 'one: {from} to {to}: show {count} event | other: {from} to {to}: show {count} events',
  'family.violence': 'violence',
  'family.control': 'control',
  'family.movement': 'movement',
  'family.politics': 'politics',
  'family.speech': 'speech',
}
