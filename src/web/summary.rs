//! The list of mistakes above a form: each names its field as the form's own label does, in the order of the form.
//!
//! The label stands once, in the template, at its field; the list is made from the drawn page, so that no form has to say its
//! labels a second time and none can forget one.

const SUMMARY: &str = "id=\"errors\"";
const ITEM: &str = "<li><a href=\"#";

/// The page with its list of mistakes named and ordered; any other page as it was.
pub(super) fn name_the_fields(page: String) -> String {
    let Some((start, end)) = list(&page) else { return page };
    let form = &page[end..];
    let mut items: Vec<(usize, String)> = page[start..end].split(ITEM).skip(1).map(|item| named(item, form)).collect();
    items.sort_by_key(|(place, _)| *place);
    let items: String = items.into_iter().map(|(_, item)| item).collect();
    format!("{}{items}{}", &page[..start], &page[end..])
}

/// Where the items of the list begin and end.
fn list(page: &str) -> Option<(usize, usize)> {
    let summary = page.find(SUMMARY)?;
    let start = summary + page[summary..].find("<ul>")? + "<ul>".len();
    let end = start + page[start..].find("</ul>")?;
    Some((start, end))
}

/// The item with its field's name before the message, and where the field stands; an unknown field comes last, unnamed.
fn named(item: &str, form: &str) -> (usize, String) {
    let whole = format!("{ITEM}{item}");
    let Some((field, rest)) = item.split_once("\">") else { return (usize::MAX, whole) };
    let Some(place) = form.find(&format!("id=\"{field}\"")) else { return (usize::MAX, whole) };
    let label = label(field, form);
    let parts: Vec<String> = legend(&form[..place]).into_iter().chain(label).filter(|part| !part.is_empty()).collect();
    let name = if parts.is_empty() { String::new() } else { format!("<b>{}</b> ", ended(&parts.join(", "))) };
    (place, format!("{ITEM}{field}\">{name}{rest}"))
}

fn label(field: &str, form: &str) -> Option<String> {
    let after = form.split_once(&format!("for=\"{field}\""))?.1;
    let (_, inside) = after.split_once('>')?;
    Some(words(inside.split_once("</label>")?.0))
}

/// The legend of the group that is open at this place.
fn legend(before: &str) -> Option<String> {
    let start = before.rfind("<legend")?;
    let group = &before[start..];
    if group.contains("</fieldset>") {
        return None;
    }
    let (_, inside) = group.split_once('>')?;
    Some(words(inside.split_once("</legend>")?.0))
}

/// A name with a colon after it, unless it is a question.
fn ended(name: &str) -> String {
    if name.ends_with(['?', ':', '\u{61f}']) { name.to_owned() } else { format!("{name}:") }
}

/// A label's words without its marks and without what is said small beside it.
fn words(html: &str) -> String {
    let mut text = String::new();
    let mut rest = html.split("<small").next().unwrap_or_default();
    while let Some((words, tag)) = rest.split_once('<') {
        text.push_str(words);
        text.push(' ');
        rest = tag.split_once('>').map_or("", |(_, after)| after);
    }
    text.push_str(rest);
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::name_the_fields;

    const FORM: &str = r##"<div id="errors"><h2>Check</h2><ul><li><a href="#email">No address.</a></li><li><a href="#name_fr">Fill in.</a></li><li><a href="#kind">Choose.</a></li><li><a href="#gone">Elsewhere.</a></li></ul></div>
        <fieldset><legend>Name <small>(optional)</small></legend><label class="label" for="name_fr" lang="fr">Français</label><input id="name_fr"></fieldset>
        <fieldset class="x"><legend>Kind</legend><label><input type="radio" id="kind"></label></fieldset>
        <label for="email"><b>E-mail</b> address</label><input id="email">"##;

    #[test]
    fn each_mistake_names_its_field_in_the_order_of_the_form() {
        let page = name_the_fields(FORM.to_owned());
        let list = page.split_once("<ul>").unwrap().1.split_once("</ul>").unwrap().0;
        let wanted = "<li><a href=\"#name_fr\"><b>Name, Français:</b> Fill in.</a></li>\
            <li><a href=\"#kind\"><b>Kind:</b> Choose.</a></li>\
            <li><a href=\"#email\"><b>E-mail address:</b> No address.</a></li>\
            <li><a href=\"#gone\">Elsewhere.</a></li>";
        assert_eq!(list, wanted);
        assert!(page.ends_with(FORM.split_once("</ul>").unwrap().1));
    }

    #[test]
    fn a_page_without_mistakes_stays_as_it_is() {
        assert_eq!(name_the_fields("<p>All is well</p>".to_owned()), "<p>All is well</p>");
    }
}
