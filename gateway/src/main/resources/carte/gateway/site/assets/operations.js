// Says whether the numbers are being renewed. htmx asks for them; this only listens.
const status = document.querySelector("[data-status]");

function show(state) {
  if (status && status.dataset.state !== state) {
    status.dataset.state = state;
    status.textContent = status.dataset[state];
  }
}

document.body.addEventListener("htmx:afterRequest", (event) => show(event.detail.successful ? "live" : "lost"));
