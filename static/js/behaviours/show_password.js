// <input type="checkbox" data-show-password="id_password1 id_password2"> shows what is typed there.
document.addEventListener("change", ({ target }) => {
  if (!target.matches("[data-show-password]")) return;
  for (const id of target.dataset.showPassword.split(" ")) {
    document.getElementById(id).type = target.checked ? "text" : "password";
  }
});
