// Copies what stands in the field before a button; where a browser does not let it, the text lies selected.
for (const button of document.querySelectorAll('[data-copy]')) {
  button.hidden = false;
  button.addEventListener('click', () => {
    const field = button.previousElementSibling;
    field.select();
    if (navigator.clipboard) navigator.clipboard.writeText(field.value).then(() => { button.parentElement.nextElementSibling.textContent = button.dataset.copy; }, () => {});
  });
}
