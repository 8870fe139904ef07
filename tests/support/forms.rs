//! Forms as a page shows them, to be sent back changed.

/// The fields of a form as the page shows them, hidden ones too.
pub fn fields_of(page: &str) -> Vec<(String, String)> {
    let page = scraper::Html::parse_document(page);
    let all = scraper::Selector::parse("main form[method=post] :is(input, select, textarea)[name]").unwrap();
    let options = scraper::Selector::parse("option[selected]").unwrap();
    let mut fields = Vec::new();
    for element in page.select(&all) {
        let attribute = |name: &str| element.value().attr(name);
        let name = attribute("name").unwrap().to_owned();
        let choice = matches!(attribute("type"), Some("checkbox" | "radio"));
        if name == "form_token" || (choice && attribute("checked").is_none()) {
            continue;
        }
        let value = match element.value().name() {
            "select" => {
                element.select(&options).next().and_then(|one| one.value().attr("value")).unwrap_or_default().to_owned()
            }
            "textarea" => element.text().collect::<String>().trim_start_matches('\n').to_owned(),
            _ => attribute("value").unwrap_or_default().to_owned(),
        };
        fields.push((name, value));
    }
    fields
}

/// The same fields with some of them said otherwise.
pub fn changed<'a>(fields: &'a [(String, String)], changes: &'a [(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let kept = fields.iter().filter(|(name, _)| !changes.iter().any(|(changed, _)| changed == name));
    kept.map(|(name, value)| (name.as_str(), value.as_str())).chain(changes.iter().copied()).collect()
}
