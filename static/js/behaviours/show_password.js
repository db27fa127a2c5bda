// <input type="checkbox" data-show-password="id_password"> shows what is typed there.
document.addEventListener("change", ({ target }) => {
  if (!target.matches("[data-show-password]")) return;
  const field = document.getElementById(target.dataset.showPassword);
  field.type = target.checked ? "text" : "password";
});
