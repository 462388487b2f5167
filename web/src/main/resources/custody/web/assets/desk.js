import { initAll } from 'govuk-frontend.js'

document.body.classList.add('js-enabled', 'govuk-frontend-supported')
initAll()

// A page that is open asks for its part anew when the desk says that something changed; the message holds no content.
const watched = document.body.dataset.live
const rings = document.getElementById('alarms')
if ((watched || rings) && 'EventSource' in window) {
  const source = new EventSource('/live/changes')
  let pending = 0
  // What happened before this page listened, or while the line was down, nobody says again.
  let listened = watched === 'alerts'
  source.addEventListener('open', () => {
    if (listened) window.htmx.trigger(document.body, 'changed')
    listened = true
    document.body.dispatchEvent(new window.CustomEvent('listening'))
  })
  source.addEventListener('change', (event) => {
    if (!watched || (watched !== '*' && watched !== 'alerts' && event.data !== watched)) return
    window.clearTimeout(pending)
    pending = window.setTimeout(() => window.htmx.trigger(document.body, 'changed'), 300)
  })
  source.addEventListener('ring', (event) => {
    document.body.dispatchEvent(new window.CustomEvent('ring', { detail: event.data }))
    if (watched === 'alerts') window.htmx.trigger(document.body, 'changed')
  })
  source.addEventListener('settled', () => {
    document.body.dispatchEvent(new window.CustomEvent('settled'))
    if (watched === 'alerts') window.htmx.trigger(document.body, 'changed')
  })
  window.addEventListener('pagehide', () => source.close())
}

// A part that is replaced keeps what was unfolded in it, and where the person is.
const REACHED = 'a, button, summary, input, select, textarea'
let kept = null
document.body.addEventListener('htmx:beforeSwap', (event) => {
  const part = event.detail.target
  const here = part.contains(document.activeElement) ? document.activeElement : null
  const home = here && here.parentElement.closest('[id]')
  kept = {
    open: [...part.querySelectorAll('details[id][open]')].map((details) => details.id),
    home: home && home.id,
    place: home && [...home.querySelectorAll(REACHED)].indexOf(here)
  }
})
document.body.addEventListener('htmx:afterSettle', () => {
  if (!kept) return
  for (const id of kept.open) {
    const details = document.getElementById(id)
    if (details) details.open = true
  }
  const home = kept.home && document.getElementById(kept.home)
  const there = home && home.querySelectorAll(REACHED)[kept.place]
  if (there && !home.contains(document.activeElement)) there.focus({ preventScroll: true })
  kept = null
})

// Lengths of time go on while the page is open.
const [day, hour, minute] = (document.body.dataset.units || 'd,h,min').split(',')
function length (milliseconds) {
  const minutes = Math.max(0, Math.floor(milliseconds / 60000))
  const part = (amount, unit) => amount === 0 ? '' : ` ${amount}\u00a0${unit}`
  if (minutes >= 1440) return `${Math.floor(minutes / 1440)}\u00a0${day}${part(Math.floor(minutes % 1440 / 60), hour)}`
  if (minutes >= 60) return `${Math.floor(minutes / 60)}\u00a0${hour}${part(minutes % 60, minute)}`
  return `${minutes}\u00a0${minute}`
}
window.setInterval(() => {
  document.querySelectorAll('[data-since]').forEach((element) => {
    element.textContent = length(Date.now() - Date.parse(element.dataset.since))
  })
}, 20000)

// A session that has ended answers a fragment with the sign-in page: go there as a whole.
document.body.addEventListener('htmx:beforeSwap', (event) => {
  if (event.detail.xhr.responseURL.includes('/sign-in')) {
    event.detail.shouldSwap = false
    window.location.assign('/sign-in?ended=1')
  }
})

document.querySelectorAll('[data-print]').forEach((button) => {
  button.hidden = false
  button.addEventListener('click', () => window.print())
})
document.querySelectorAll('select[data-go]').forEach((select) => {
  select.addEventListener('change', () => select.form.requestSubmit())
})

// The figure of a body: a press, or a part chosen from the list, fills in side and place. Without this script they are typed.
document.querySelectorAll('[data-body-map]').forEach((map) => {
  const [across, down] = map.querySelectorAll('input[type="text"]')
  const sides = [...map.querySelectorAll('input[type="radio"]')]
  const part = document.getElementById('fields-bodyPart')
  const list = map.querySelector('[data-spots]')
  const spots = list.querySelector('select')
  const drawn = document.createElementNS('http://www.w3.org/2000/svg', 'circle')
  drawn.setAttribute('r', '15')
  drawn.setAttribute('class', 'figure__new')
  const draw = () => {
    const side = sides.find((radio) => radio.checked)
    const figure = side && map.querySelector(`svg[data-side="${side.value}"]`)
    const placed = figure && across.value !== '' && down.value !== ''
    if (!placed) return drawn.remove()
    drawn.setAttribute('cx', Number(across.value) / 2)
    drawn.setAttribute('cy', Number(down.value))
    figure.append(drawn)
  }
  const place = (side, x, y) => {
    sides.forEach((radio) => { radio.checked = radio.value === side })
    across.value = Math.round(x)
    down.value = Math.round(y)
    draw()
  }
  const nearest = (side, x, y) => [...spots.options].filter((option) => option.value.startsWith(side + ','))
    .map((option) => ({ option, at: option.value.split(',').slice(1).map(Number) }))
    .sort((a, b) => Math.hypot(a.at[0] / 2 - x / 2, a.at[1] - y) - Math.hypot(b.at[0] / 2 - x / 2, b.at[1] - y))[0].option
  let suggested = ''
  const suggest = (text) => {
    if (part && (part.value === '' || part.value === suggested)) part.value = suggested = text
  }
  list.hidden = false
  spots.addEventListener('change', () => {
    const [side, x, y] = spots.value.split(',')
    if (!side) return
    place(side, Number(x), Number(y))
    suggest(spots.selectedOptions[0].textContent)
  })
  map.querySelectorAll('svg').forEach((figure) => figure.addEventListener('click', (event) => {
    const box = figure.getBoundingClientRect()
    const x = (event.clientX - box.left) / box.width * 1000
    const y = (event.clientY - box.top) / box.height * 1000
    place(figure.dataset.side, x, y)
    spots.value = nearest(figure.dataset.side, x, y).value
    suggest(spots.selectedOptions[0].textContent)
  }))
  map.addEventListener('input', draw)
  draw()
})
