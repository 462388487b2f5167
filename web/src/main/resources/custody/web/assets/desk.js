import { initAll } from 'govuk-frontend.js'

document.body.classList.add('js-enabled', 'govuk-frontend-supported')
initAll()

// A page that is open asks for its part anew when the desk says that something changed; the message holds no content.
const watched = document.body.dataset.live
if (watched && 'EventSource' in window) {
  const source = new EventSource('/live/changes')
  let pending = 0
  source.addEventListener('change', (event) => {
    if (watched !== '*' && event.data !== watched) return
    window.clearTimeout(pending)
    pending = window.setTimeout(() => window.htmx.trigger(document.body, 'changed'), 300)
  })
  window.addEventListener('pagehide', () => source.close())
}

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

// A person chosen as unknown is described instead of named.
document.querySelectorAll('[data-print]').forEach((button) => {
  button.hidden = false
  button.addEventListener('click', () => window.print())
})
document.querySelectorAll('select[data-go]').forEach((select) => {
  select.addEventListener('change', () => select.form.requestSubmit())
})
