// Asks before a form is sent that cannot be taken back; data-question holds the question in the reader's language.
export default function ask(form) {
  form.addEventListener('submit', (event) => {
    const question = event.submitter?.dataset.question ?? form.dataset.question;
    if (question && !confirm(question)) event.preventDefault();
  });
}
