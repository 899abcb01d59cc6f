//! How names are read: initials and order of A–Z lists, syllables of the search.

use pinyin::{ToPinyin, ToPinyinMulti};

/// Words whose usual reading is not their first characters' most common one.
const READ_AS: [(&str, &str); 8] = [
    ("重新", "chong xin"),
    ("重大", "zhong da"),
    ("长期", "chang qi"),
    ("会计", "kuai ji"),
    ("车辆", "che liang"),
    ("调解", "tiao jie"),
    ("音乐", "yin yue"),
    ("调整", "tiao zheng"),
];

/// The syllables of a name without tones, other characters as they are in lower case.
pub fn syllables(name: &str) -> Vec<String> {
    let mut rest = name;
    let mut read = Vec::new();
    while let Some(first) = rest.chars().next() {
        if let Some((word, as_read)) = READ_AS.iter().find(|(word, _)| rest.starts_with(word)) {
            read.extend(as_read.split(' ').map(str::to_owned));
            rest = &rest[word.len()..];
            continue;
        }
        rest = &rest[first.len_utf8()..];
        match first.to_pinyin() {
            Some(pinyin) => read.push(plain(pinyin.plain())),
            None if first.is_alphanumeric() => read.push(first.to_lowercase().collect()),
            None => {}
        }
    }
    read
}

/// Orders names as they are read.
pub fn sort_key(name: &str) -> String {
    syllables(name).join(" ")
}

/// The letter a name is listed under: `A`–`Z`, `#` for anything else.
pub fn initial(name: &str) -> char {
    let first = syllables(name).first().and_then(|s| s.chars().next()).unwrap_or('#').to_ascii_uppercase();
    if first.is_ascii_uppercase() { first } else { '#' }
}

/// Characters with more than one reading in everyday use; the other readings of all others are rare.
const MANY: &str = "重长行乐调会还车校正当数率传单参曾冠好少强相着省处藏朝大都度发分干给更号和几间降结尽教觉角看可量落没难便铺奇切散舍\
                    胜什识似宿提为系兴压要应与载占只种转著称差创从待倒得地的调斗恶缝供观过华划假据卷禁圈劳累露率埋模宁漂屏曲塞扇折属术";

/// The readings of a character in everyday use, without tones, each once; the most common first. None for letters,
/// digits and signs.
pub fn readings(character: char) -> Vec<String> {
    let mut all: Vec<String> = character.to_pinyin().map(|p| plain(p.plain())).into_iter().collect();
    if MANY.contains(character) {
        for pinyin in character.to_pinyin_multi().into_iter().flatten() {
            let reading = plain(pinyin.plain());
            if !all.contains(&reading) {
                all.push(reading);
            }
        }
    }
    all
}

/// `lü` is typed `lv`.
fn plain(syllable: &str) -> String {
    syllable.replace('ü', "v")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_stand_under_the_initial_they_are_read_with() {
        assert_eq!(initial("居民身份证换领"), 'J');
        assert_eq!(initial("会计师事务所"), 'K');
        assert_eq!(initial("(24小时)自助"), '#');
        assert_eq!(sort_key("重新核发"), "chong xin he fa");
    }

    #[test]
    fn every_reading_is_known() {
        assert_eq!(readings('女'), ["nv"]);
        assert!(readings('长').contains(&"zhang".to_owned()) && readings('长').contains(&"chang".to_owned()));
        assert!(readings('a').is_empty());
    }
}
