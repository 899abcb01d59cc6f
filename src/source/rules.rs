//! Rules about files, checked before their meaning is known.

use crate::diag::RuleDoc;
use crate::diag::Severity::Broken;

/// Every rule of this module, in the order of the docs.
pub fn all() -> &'static [&'static RuleDoc] {
    const ALL: &[&RuleDoc] = &[
        &YAML_SYNTAX,
        &YAML_TAB,
        &YAML_FULLWIDTH_COLON,
        &YAML_INDENT,
        &UNKNOWN_KEY,
        &DUPLICATE_KEY,
        &MISSING_KEY,
        &WRONG_TYPE,
        &BAD_VALUE,
        &NUMBER_RANGE,
        &COMMENT_CUTS,
        &YAML_ALIAS,
        &YAML_DEPTH,
        &YAML_DOCUMENTS,
        &FILE_ENCODING,
        &FILE_CONTROL,
        &FILE_EMPTY,
        &FILE_SYMLINK,
        &FILE_CASE,
        &FILE_UNREADABLE,
        &FILE_SIZE,
        &FRONT_MATTER,
        &FONT_UNREADABLE,
    ];
    ALL
}

macro_rules! rules {
    ($( $(#[$doc:meta])* $name:ident $id:literal {
        $title:expr; $what:expr; $why:expr; $example:expr; $fix:expr
    } )*) => { $(
        $(#[$doc])*
        pub static $name: RuleDoc = RuleDoc {
            id: $id,
            severity: Broken,
            title: $title,
            what: $what,
            why: $why,
            clause: "",
            example: $example,
            fix: $fix,
        };
    )* };
}

rules! {
    /// The file is not YAML.
    YAML_SYNTAX "yaml-syntax" {
        ["文件格式写错了", "The file is not valid YAML"];
        ["每个内容文件都要能按 YAML 读出来。", "Every content file must be readable as YAML."];
        ["读不出来的文件无法发布，整个文件都会被跳过。", "A file that cannot be read is skipped as a whole."];
        "名称: \"社保登记\n简称: 社保";
        ["按提示的行和列改正：引号成对，英文冒号后加一个空格，同级的行左边对齐。",
         "Mend the line shown: close quotes, put a space after each colon, align lines of one level."]
    }
    /// A tab in the indentation.
    YAML_TAB "yaml-tab" {
        ["缩进里用了制表符", "A tab in the indentation"];
        ["行首的缩进只能用空格，不能按 Tab 键。", "Lines are indented with spaces only."];
        ["YAML 不允许用制表符缩进，不同电脑上看起来的宽度也不一样。",
         "YAML forbids tabs there; their width differs between machines."];
        "材料:\n\t- 名称: 身份证";
        ["把制表符删掉，改成两个空格。", "Replace each tab by two spaces."]
    }
    /// `键：值`.
    YAML_FULLWIDTH_COLON "yaml-fullwidth-colon" {
        ["键后面用了全角冒号", "A full-width colon after a key"];
        ["键后面必须是英文冒号“:”加一个空格。", "A key is followed by an ASCII colon and a space."];
        ["全角冒号“：”在 YAML 里只是普通文字，这一行会被当成上一行的内容。",
         "To YAML a full-width colon is plain text."];
        "事项名称：社保登记";
        ["切换到英文输入法，把“：”改成“: ”。", "Replace it by ': '."]
    }
    /// A full-width or no-break space in the indentation.
    YAML_INDENT "yaml-indent" {
        ["缩进里用了全角空格或不间断空格", "A full-width or no-break space in the indentation"];
        ["行首的缩进只能用普通空格。", "Lines are indented with plain spaces only."];
        ["全角空格看起来像缩进，YAML 却把它当成文字；从 Word 里粘贴常会带进来。",
         "It looks like indentation but is text to YAML; pasting from Word brings it in."];
        "材料:\n　　名称: 身份证";
        ["删掉行首的空白，用空格键重新缩进。", "Delete the blanks and indent with the space bar."]
    }
    /// A key no record of this kind has.
    UNKNOWN_KEY "unknown-key" {
        ["不认识的键", "An unknown key"];
        ["每个键都要是这种文件里规定的名字。", "Every key must be one this kind of file knows."];
        ["写错名字的内容不会出现在任何页面和标牌上。", "What stands under a misspelt key would appear nowhere."];
        "事项名字: 社保登记";
        ["改成提示的名字，或删掉这一行。", "Use the name offered or delete the line."]
    }
    /// The same key twice.
    DUPLICATE_KEY "duplicate-key" {
        ["同一个键写了两次", "The same key twice"];
        ["一条记录里每个键只能写一次，中文名和英文别名算同一个键。",
         "A record has each key once; a name and its alias are one key."];
        ["两个值里不知道该用哪一个。", "Nobody can tell which value counts."];
        "名称: 社保\nname: 医保";
        ["留下正确的一行，删掉另一行。", "Keep the right line and delete the other."]
    }
    /// A required key is not there.
    MISSING_KEY "missing-key" {
        ["缺少必填的键", "A required key is missing"];
        ["必填的内容不能省略。", "Required keys cannot be left out."];
        ["缺了它，页面、标牌或公告就不完整。", "Pages, boards or notices would be incomplete without it."];
        "编号: sb-dj\n# 没有 事项名称";
        ["在这条记录里补上这一行。", "Add the line to the record."]
    }
    /// A list where a text was expected, and the like.
    WRONG_TYPE "wrong-type" {
        ["内容的形式不对", "The wrong kind of value"];
        ["该写一个值的地方写一个值，该写列表的地方每项一行、以“- ”开头，该写一组键的地方写一组键。",
         "A value, a list or a group of keys, as the place demands."];
        ["形式不对就读不出内容。", "The wrong kind cannot be read."];
        "受理条件: 年满十八周岁";
        ["照提示的形式改写。", "Write it in the form shown."]
    }
    /// A scalar that is not of its kind.
    BAD_VALUE "bad-value" {
        ["值写得不对", "A value that cannot be read"];
        ["日期、时刻、数字和只能从几个词里选的内容，要按规定的写法。",
         "Dates, times, numbers and choices have fixed forms."];
        ["写法不对就算不出时间，也排不了序。", "What cannot be read cannot be reckoned with."];
        "撤下日期: 10月12日";
        ["照“应为”后面的写法改。", "Write it as shown."]
    }
    /// A number nobody means.
    NUMBER_RANGE "number-range" {
        ["数字不在合理的范围内", "A number that is not plausible"];
        ["长度、面积、像素、份数、天数、百分比等数字都有合理的范围，提示里写明。",
         "Lengths, areas, pixels, copies, days and shares have a plausible range, which the message states."];
        ["多写、少写一位或用错单位，标牌和平面图就画不出来，期限也会算错。",
         "With a wrong digit or unit no board or plan can be drawn, and deadlines are wrong."];
        "高毫米: 42（应为 420）";
        ["核对数字和单位。", "Check the number and its unit."]
    }
    /// `城关镇 #118号`.
    COMMENT_CUTS "comment-cuts" {
        ["“ #”把后半句变成了注释", "A value cut short by \" #\""];
        ["没有加引号的值里，空格加“#”后面的文字都算注释。“#”后面紧跟文字的，多半是内容；“#”后面空一格的才是注释。",
         "In a value without quotes a space and # begin a comment. Text right behind # is very probably part of the value; a comment has a space there."];
        ["后半句会悄悄丢失，门牌号就不见了。", "What follows is lost without a word: the number of the house, for instance."];
        "地址: 城关镇 #118号";
        ["给整个值加上双引号；确是注释的，在“#”后面加一个空格。",
         "Put the whole value in double quotes; if it is a comment, put a space after #."]
    }
    /// `&x`, `*x`, `<<`, `!x`.
    YAML_ALIAS "yaml-alias" {
        ["文字以特殊符号开头", "A text that begins with a special sign"];
        ["以“&”“*”“!”开头的文字，以及“<<”，在 YAML 里有特殊含义，内容文件用不到。",
         "Anchors, aliases, tags and merge keys are not used in content."];
        ["它们会让一处改动悄悄影响别处，也会让小文件撑大到读不完。",
         "They let one edit change other places and small files grow without bound."];
        "说明: *请带身份证*";
        ["如果本来就是文字，给整个值加上双引号。", "If it is meant as text, put the value in quotes."]
    }
    /// Nested deeper than 32 levels.
    YAML_DEPTH "yaml-depth" {
        ["层次太深", "Nested too deeply"];
        ["内容文件最多嵌套三十二层。", "Content is nested at most 32 levels deep."];
        ["正常内容不超过六层，更深的多半是缩进或括号写错。",
         "Real content has six levels; deeper means wrong indentation or brackets."];
        "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[";
        ["检查缩进和括号。", "Check indentation and brackets."]
    }
    /// A second document in one file.
    YAML_DOCUMENTS "yaml-documents" {
        ["一个文件里有两份内容", "Two documents in one file"];
        ["“---”之后的内容是第二份，不会被读取。", "What follows a second '---' is another document."];
        ["一个文件只放一份内容，才能一眼看出文件是什么。", "One file holds one document."];
        "名称: 甲\n---\n名称: 乙";
        ["删掉“---”这一行，或拆成两个文件。", "Delete the '---' line or split the file."]
    }
    /// Not UTF-8.
    FILE_ENCODING "file-encoding" {
        ["文件编码不是 UTF-8", "The file is not UTF-8"];
        ["文字文件都要保存为 UTF-8 编码。", "Texts are stored as UTF-8."];
        ["其他编码会变成乱码。", "Any other encoding turns into garbage."];
        "用旧版记事本保存的 ANSI 文件";
        ["用记事本或 WPS 打开，选“另存为”，编码选“UTF-8”。", "Save it again with the encoding UTF-8."]
    }
    /// A control character.
    FILE_CONTROL "file-control" {
        ["有看不见的控制字符", "An invisible control character"];
        ["文字里不能有控制字符，从 Word 粘贴时常带进软回车。",
         "Texts hold no control characters; pasting from Word brings in soft breaks."];
        ["它们在网页和标牌上会显示成方框。", "They show as boxes on pages and boards."];
        "从网页或 Word 粘贴带入的看不见的字符";
        ["删掉这个字符。", "Delete the character."]
    }
    /// A YAML file with nothing in it.
    FILE_EMPTY "file-empty" {
        ["空文件", "An empty file"];
        ["内容文件里至少要有一个键。", "A content file holds at least one key."];
        ["空文件多半是保存时出了差错。", "It is probably the result of a failed save."];
        "新建后还没有写内容的 units.yaml";
        ["填写内容，或删除文件。", "Fill it in or delete it."]
    }
    /// A link that is not followed.
    FILE_SYMLINK "file-symlink" {
        ["不读取的符号链接", "A symbolic link that is not followed"];
        ["链接只能指向站点目录里的文件。", "Links may only lead to files inside the site's folder."];
        ["指向外面的链接会把不该公开的文件带进来，换一台电脑又读不到。",
         "A link outside may publish what is not public, and breaks on another machine."];
        "content/matters/x.yaml 是指向 /etc 的链接";
        ["把文件本身放进来。", "Put the file itself there."]
    }
    /// Names that differ only in case.
    FILE_CASE "file-case" {
        ["文件名只差大小写", "Names that differ only in case"];
        ["同一文件夹里的文件名，不能只有大小写不同。", "No two paths differ only in case."];
        ["Windows 上它们是同一个文件，会互相覆盖。", "On Windows they are one file."];
        "units.yaml 和 Units.yaml 放在一起";
        ["删去其中一个或改名。", "Delete or rename one."]
    }
    /// A file that cannot be read.
    FILE_UNREADABLE "file-unreadable" {
        ["文件读不出来", "A file that cannot be read"];
        ["每个内容文件都要能打开。", "Every content file can be opened."];
        ["读不出来的内容不会发布。", "What cannot be read is not published."];
        "没有读取权限的文件";
        ["检查文件是否存在、权限和磁盘。", "Check that it exists, its permissions and the disk."]
    }
    /// A text beyond 4 MiB.
    FILE_SIZE "file-size" {
        ["文件太大", "The file is too large"];
        ["文字文件不超过 4 MB，附件不超过 20 MB。", "Texts have at most 4 MiB, attachments 20 MiB."];
        ["这么大的文字多半不是内容文件；这么大的附件手机上下载不了。", "Larger texts are hardly content; nobody downloads larger files on a phone."];
        "误放进来的 20 MB 日志";
        ["移走它，或拆成几个文件。", "Move it away or split it."]
    }
    /// A notice without its `---` block.
    FRONT_MATTER "front-matter" {
        ["公告开头缺少信息栏", "The notice lacks its front matter"];
        ["公告文件的第一行是“---”，然后是标题等信息，再用一行“---”结束，下面才是正文。",
         "The file begins with '---', keys, and '---' again; the text follows."];
        ["没有信息栏就不知道标题、机构和日期。", "Without it there is no title, issuer or date."];
        "# 通知\n正文";
        ["照样例补上信息栏。", "Add the block as in the example."]
    }
    /// A file of `fonts/` that is no font.
    FONT_UNREADABLE "font-unreadable" {
        ["字体文件用不了", "A font file cannot be used"];
        ["fonts/ 下的 .ttf、.otf 文件都要是完好的字体，有字族名和 Unicode 字符表。",
         "Every .ttf and .otf file under fonts/ is a sound font with a family name and a Unicode character map."];
        ["补充字体坏了，靠它显示的生僻字就画不出来。", "Rare characters that need it could not be drawn."];
        "只下载了一半的 fonts/rare.ttf";
        ["重新取得这个字体文件，或把它从 fonts/ 移走。", "Get the font file again, or take it out of fonts/."]
    }
}
